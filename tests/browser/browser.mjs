// SPDX-License-Identifier: Apache-2.0
// What the browser tests share: quoin, Chromium, and a page that tells of
// everything that went wrong in it.

import {execFileSync} from "node:child_process";
import {mkdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const scratch = process.env.QUOIN_SCRATCH;
const require = createRequire(join(scratch, "package.json"));
const {chromium} = require("playwright-core");

export const top = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"),
                                      "utf8");

// Runs quoin and writes its page; the path of that.
export const makeReport = (name, args) => {
  const folder = join(scratch, "reports");
  mkdirSync(folder, {recursive: true});
  const file = join(folder, `${name}.html`);
  try {
    execFileSync(process.env.QUOIN_BINARY, [...args, "--report", file],
                 {stdio: ["ignore", "ignore", "inherit"]});
  } catch (error) {
    if (error.status !== 1) throw error;  // 1: findings, or none in common
  }
  return file;
};

export const scratchFile = (name) => join(scratch, name);

export const launch = () => chromium.launch({
  executablePath: process.env.QUOIN_CHROMIUM,
  // Chromium has no sandbox for root, which CI often is.
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});

// A page with the report open. `trouble` fills with console errors, script
// errors, dialogs and requests to anywhere but the file itself.
export const open = async (browser, file, {hash = "", ...options} = {}) => {
  const context = await browser.newContext({
    viewport: {width: 1400, height: 1000}, offline: true, ...options});
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      trouble.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => trouble.push(`script: ${error}`));
  page.on("dialog", (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  const address = pathToFileURL(file).href;
  page.on("request", (request) => {
    const url = request.url().split("#")[0];
    if (url !== address && !url.startsWith("data:")) {
      trouble.push(`request: ${url}`);
    }
  });
  page.on("framenavigated", (frame) => {
    if (frame.url().split("#")[0] !== address) {
      trouble.push(`navigation: ${frame.url()}`);
    }
  });
  await page.goto(address + hash);
  return {page, context, trouble};
};
