// SPDX-License-Identifier: Apache-2.0
// Reports of shipped stories, in a browser, as readers use them.

import assert from "node:assert/strict";
import {appendFileSync, cpSync, existsSync, readFileSync, statSync,
  writeFileSync} from "node:fs";
import {execFileSync} from "node:child_process";
import {join} from "node:path";
import {after, before, describe, test} from "node:test";

import {axeSource, launch, makeReport, open, scratchFile, top}
  from "./browser.mjs";

const golden = (name) => join(top, "golden", "en", name);
const story = (name) => join(golden(name), "story.toml");

let browser;
let foghorn;
let reports;
before(async () => {
  browser = await launch();
  foghorn = makeReport("foghorn", ["compare", story("foghorn")]);
  reports = {
    foghorn,
    "one-comma": makeReport("one-comma", ["compare", story("one-comma")]),
    "altered-word": makeReport("altered-word",
                               ["compare", story("altered-word")]),
    verify: makeReport("verify", [
      "verify", ...["courier", "tide", "gazette"].map(
        (name) => join(golden("foghorn"), `${name}.txt`)),
      "--against", join(golden("foghorn"), "statement.txt")]),
    nothing: makeReport("nothing", [
      "compare", join(golden("foghorn"), "statement.txt")]),
    hostile: makeReport("hostile", [
      "compare", join(top, "tests/browser/hostile/story.toml")]),
  };
});
after(() => browser?.close());

const filter = (page, label) => page.locator("form.filter").getByLabel(label);
const visible = (page, selector) => page.locator(`${selector}:visible`);

describe("a shipped story", () => {
  test("says at a glance who changed what, and why", async () => {
    const {page, context, trouble} = await open(browser, foghorn);
    const first = page.locator(".diffs li").first();
    assert.match(await first.innerText(), /substitution/);
    assert.equal(await first.locator("del").innerText(), "ruined");
    assert.equal(await first.locator("ins").innerText(), "spoiled");
    assert.match(await first.innerText(),
                 /The Daily Tide.*substitution\/content-word/);
    // Within the first screen of a laptop.
    assert.ok((await first.boundingBox()).y < 800);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test("tells of two outlets, equal words and two commas", async () => {
    const {page, context} = await open(browser, reports["one-comma"]);
    assert.match(await page.locator(".lede li").first().innerText(),
                 /^Two outlets print .*: words equal, two commas differ\./);
    await context.close();
  });

  const seeds = join(top, "..", "shared", "seeds", "story.toml");
  test("shows the founding story at one glance",
       {skip: !existsSync(seeds) && "../shared is not here"}, async () => {
    const {page, context, trouble} = await open(
      browser, makeReport("seeds", ["compare", seeds]));
    const said = await page.locator(".lede li").allInnerTexts();
    assert.deepEqual(said.map((text) => text.split("\n")[0]), [
      "Two outlets print the statement of Microsoft: words equal, one comma " +
        "differs.",
      "Two print only \u201Cproof of concept\u201D.",
      "One prints no quotation."]);
    assert.equal(await page.locator(".diffs li").count(), 1);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test("has a matrix of outlets and quotations", async () => {
    const {page, context} = await open(browser, foghorn);
    const matrix = page.locator("table.matrix");
    assert.deepEqual(
      await matrix.locator("thead th").allInnerTexts(),
      ["Quotation", "Merrow Courier", "North Coast Gazette", "The Daily Tide",
       "Saltline Radio"]);
    const row = matrix.locator("tbody tr", {hasText: "residents of Upper"});
    const cells = (await row.locator("td").allInnerTexts())
      .map((text) => text.replace(/\s+/g, " ").trim());
    assert.match(cells[0], /convention/);
    assert.match(cells[2], /substitution/);
    assert.match(await row.locator("td.none .vh").first().textContent(),
                 /not printed/);
    await context.close();
  });

  test("leads from the matrix to the printing, its speaker and its rule",
       async () => {
    const {page, context} = await open(browser, foghorn);
    await page.locator("table.matrix a.go", {hasText: "substitution"}).click();
    const printing = page.locator("li:target");
    assert.match(await printing.innerText(), /The Daily Tide/);
    assert.match(await printing.innerText(),
                 /by rule \S+ \(en\/attribution\.grammar:\d+\)/);
    assert.match(await printing.locator("mark").innerText(), /spoiled/);
    assert.match(await printing.innerText(), /finding f[0-9a-f]{12}/);
    await context.close();
  });

  test("filters by speaker, outlet, grade and words", async () => {
    const {page, context, trouble} = await open(browser, foghorn);
    const cards = () => visible(page, "article.card").count();
    const rows = () => visible(page, "table.matrix tbody tr").count();
    assert.equal(await cards(), 4);
    await filter(page, "Grade").selectOption("substitution");
    assert.deepEqual([await cards(), await rows()], [1, 1]);
    assert.match(await page.locator("output").innerText(),
                 /1 of 4 quotations shown/);
    await page.getByRole("button", {name: "Show all"}).click();
    await filter(page, "Speaker").selectOption({label: "Basil Quill"});
    assert.deepEqual([await cards(), await rows()], [1, 1]);
    await page.getByRole("button", {name: "Show all"}).click();
    await filter(page, "Outlet").selectOption({label: "The Daily Tide"});
    assert.equal(await cards(), 2);
    await filter(page, "Words").fill("sundays");
    assert.deepEqual([await cards(), await rows()], [1, 1]);
    await page.getByRole("button", {name: "Show all"}).click();
    assert.equal(await cards(), 4);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test("can be used with the keyboard alone", async () => {
    const {page, context} = await open(browser, foghorn);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className),
                 "skip");
    const box = await page.locator(".skip").boundingBox();
    assert.ok(box.x >= 0 && box.y >= 0, "the skip link shows when focused");
    // On to a link of the matrix, and through it to the part it names.
    await page.locator("table.matrix a.go", {hasText: "substitution"}).focus();
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.matches("li:target"));
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement
      .closest("article").contains(document.querySelector("li:target"))));
    // A choice in the filter.
    await filter(page, "Grade").focus();
    await page.keyboard.type("subst");
    await page.waitForFunction(() => [...document.querySelectorAll(
      "article.card")].filter((card) => !card.hidden).length === 1);
    // A fold.
    const fold = page.locator("details:visible summary").first();
    await fold.focus();
    await page.keyboard.press("Enter");
    assert.ok(await fold.evaluate((summary) => summary.parentElement.open));
    await context.close();
  });
});

describe("deep links", () => {
  const ids = (file) => [...readFileSync(file, "utf8")
    .matchAll(/<(?:article class="card"|li) id="([^"]+)"/g)].map((m) => m[1]);

  test("open at their part, also when the filter hides it", async () => {
    const id = ids(foghorn).at(-1);
    const {page, context} = await open(browser, foghorn, {hash: `#${id}`});
    assert.equal(await page.evaluate(() => document.activeElement.id), id);
    assert.ok((await page.locator(`[id="${id}"]`).boundingBox()).y < 1000);
    await filter(page, "Grade").selectOption("substitution");
    await page.evaluate((to) => { location.hash = ""; location.hash = to; }, id);
    await page.locator(`[id="${id}"]`).waitFor({state: "visible"});
    await context.close();
  });

  test("stay when a document is added and another grows", () => {
    const folder = scratchFile("grown");
    cpSync(golden("foghorn"), folder, {recursive: true});
    const tide = join(folder, "tide.txt");
    writeFileSync(tide, "A line that was not there.\n\n" +
                        readFileSync(tide, "utf8"));
    writeFileSync(join(folder, "new.txt"),
                  "Horn\n\n\u201CI have not slept past four since the spring " +
                  "of 1987,\u201D said Basil Quill.\n");
    appendFileSync(join(folder, "story.toml"),
                   '\n[[document]]\nfile = "new.txt"\noutlet = "A New One"\n');
    const grown = makeReport("grown", ["compare", join(folder, "story.toml")]);
    const known = new Set(ids(grown));
    const lost = ids(foghorn).filter((id) => !known.has(id));
    assert.deepEqual(lost, []);
    assert.ok(known.size > ids(foghorn).length);
  });
});

describe("every report", () => {
  for (const name of ["foghorn", "altered-word", "verify", "nothing",
                      "hostile"]) {
    for (const [scheme, width] of [["light", 400], ["light", 1400],
                                   ["dark", 1400]]) {
      test(`${name} is accessible and calm: ${scheme}, ${width} px`,
           async () => {
        const {page, context, trouble} = await open(
          browser, reports[name],
          {colorScheme: scheme, viewport: {width, height: 900}});
        // Everything drawn, so that contrast is measured everywhere.
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll("details")) {
            fold.open = true;
          }
          for (const card of document.querySelectorAll(".card")) {
            card.scrollIntoView();
          }
        });
        // By the debugger's door: the page's own policy lets no script in.
        await page.evaluate(axeSource);
        const {violations} = await page.evaluate(() => axe.run(document));
        assert.deepEqual(
          violations.map((v) => `${v.id}: ${v.nodes.map((n) =>
            `${n.target} ${n.failureSummary}`).join(" | ")}`), []);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth > innerWidth);
        assert.ok(!wide, "nothing makes the page scroll sideways");
        assert.deepEqual(trouble, []);
        await context.close();
      });
    }
    test(`${name} can be read without script`, async () => {
      const {page, context, trouble} = await open(
        browser, reports[name], {javaScriptEnabled: false});
      assert.equal(await page.locator("article.card").count(),
                   await visible(page, "article.card").count());
      assert.equal(await visible(page, "form.filter").count(), 0);
      assert.ok(await visible(page, ".lede li").count() > 0);
      assert.deepEqual(trouble, []);
      await context.close();
    });
  }
});

describe("printed", () => {
  for (const script of [true, false]) {
    test(`shows what is folded, script ${script}`, async () => {
      const {page, context} = await open(browser, foghorn,
                                         {javaScriptEnabled: script});
      await page.emulateMedia({media: "print"});
      assert.equal(await visible(page, "nav").count(), 0);
      assert.equal(await visible(page, "form.filter").count(), 0);
      assert.ok(await page.locator("details.legend dl").isVisible());
      const colours = await page.locator("ins").first().evaluate((node) => {
        const style = getComputedStyle(node);
        return [style.color, style.textDecorationLine];
      }).catch(() => null);
      if (colours) assert.deepEqual(colours, ["rgb(0, 0, 0)", "underline"]);
      const pdf = await page.pdf({format: "A4"});
      assert.ok(pdf.length > 20000);
      await context.close();
    });
  }
});

describe("a hostile story", () => {
  test("injects nothing", async () => {
    const {page, context, trouble} = await open(browser, reports.hostile);
    await page.locator("article.card").last().scrollIntoViewIfNeeded();
    const found = await page.evaluate(() => ({
      hacked: window.hacked,
      scripts: document.scripts.length,
      styles: document.styleSheets.length,
      foreign: [...document.querySelectorAll(
        "img, iframe, base, object, embed, link:not([rel=icon]), " +
        "meta[http-equiv]:not([http-equiv=Content-Security-Policy])")].length,
      handlers: [...document.querySelectorAll("*")].flatMap((node) =>
        node.getAttributeNames().filter((name) =>
          name.startsWith("on") || name === "style" || name === "autofocus")),
      links: [...document.querySelectorAll("[href]")]
        .map((node) => node.getAttribute("href"))
        .filter((href) => !/^(#|https?:\/\/|data:,$)/.test(href)),
      // Each stands in an element that keeps its direction to itself.
      overrides: /[\u202A-\u202E\u2066-\u2069]/.test(
        document.documentElement.outerHTML),
      title: document.title,
      heading: document.querySelector("h1").textContent,
    }));
    assert.deepEqual(found, {
      hacked: undefined, scripts: 1, styles: 1, foreign: 0, handlers: [],
      links: [], overrides: false,
      title: "</title><script>window.hacked = 'story'</script> \u2013 quoin",
      heading: "</title><script>window.hacked = 'story'</script>",
    });
    assert.match(await page.locator("main").innerText(), /\u27E6RLO\u27E7/);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test("would be stopped by the page's own policy", async () => {
    const {page, context} = await open(browser, reports.hostile);
    const stopped = await page.evaluate(async () => {
      const directives = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        directives.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "window.hacked = 'inline'";
      document.body.append(script);
      const image = document.createElement("img");
      image.src = "https://example.org/x.png";
      document.body.append(image);
      const frame = document.createElement("iframe");
      frame.src = "https://example.org/";
      document.body.append(frame);
      document.body.setAttribute("style", "color: red");
      await new Promise((done) => setTimeout(done, 200));
      return directives.sort();
    });
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.deepEqual(stopped, ["frame-src", "img-src", "script-src-elem",
                               "style-src-attr"]);
    await context.close();
  });
});

describe("a report of 200 articles and 500 quotations", () => {
  test("is small, opens at once and filters", async () => {
    const input = scratchFile("large.jsonl");
    writeFileSync(input, execFileSync(process.execPath, [
      join(top, "tests/browser/large_story.mjs")], {maxBuffer: 1 << 26}));
    const file = makeReport("large", ["compare", input]);
    assert.ok(statSync(file).size < 5e6, `${statSync(file).size} bytes`);
    const {page, context, trouble} = await open(browser, file);
    assert.equal(await page.locator("article.card").count(), 500);
    // What the browser worked, which a busy machine does not lengthen much.
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    await page.reload();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const {metrics} = await session.send("Performance.getMetrics");
    const worked = metrics.find((m) => m.name === "TaskDuration").value;
    console.log(`large report: ${statSync(file).size} bytes, ` +
                `${worked.toFixed(2)} s of the browser's main thread`);
    assert.ok(worked < 6, `${worked} s of work to open`);
    await filter(page, "Speaker").selectOption({index: 1});
    const shown = await page.locator("output").innerText();
    assert.match(shown, /^\d+ of 500 quotations shown$/);
    assert.deepEqual(trouble, []);
    await context.close();
  });
});
