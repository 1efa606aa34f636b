// SPDX-License-Identifier: Apache-2.0
#include <quoin/ledger/added_report.h>

#include <algorithm>

#include <fmt/format.h>

#include <quoin/base/display.h>
#include <quoin/report/json_writer.h>

namespace quoin {
namespace {

constexpr std::size_t kStatusWidth = 9;
constexpr std::size_t kKindWidth = 14;
constexpr std::size_t kIndent = 4;

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

void append_change(const PageChange& change, const TextStyle& style,
                   std::string& out) {
  const std::size_t taken = kIndent + kKindWidth;
  const std::size_t left =
      style.columns > taken + 24 ? style.columns - taken - 2 : 24;
  const std::string& words =
      change.after.empty() ? change.before : change.after;
  out.append(kIndent, ' ');
  out +=
      style.mark(pad_to_width(std::string(to_string(change.kind)), kKindWidth));
  out += "“" + clip_to_width(single_line(words), left) + "”\n";
  if (change.detail.empty()) return;
  out.append(taken, ' ');
  out += single_line(change.detail) + "\n";
}

}  // namespace

void append_added_text(const PreparedPage& page, const AddedPage& added,
                       const TextStyle& style, std::string& out) {
  const PageRecord& record = page.record;
  out += pad_to_width(std::string(to_string(added.status)), kStatusWidth);
  out += style.bold(single_line(record.id));
  if (record.outlet) out += " · " + single_line(*record.outlet);
  if (added.version > 1) out += fmt::format("  version {}", added.version);
  if (record.reference) {
    out += fmt::format("  reference: {}", *record.reference);
  } else if (added.status == PageStatus::kAdded) {
    out += "  " + plural(record.quotations.size(), "quotation");
  }
  if (added.status == PageStatus::kChanged && added.changes.empty()) {
    out += added.same_text ? "  the same text under other particulars"
                           : "  no quotation changed";
  } else if (added.same_text) {
    out += "  the same text, read differently";
  }
  out += '\n';
  for (const PageChange& change : added.changes) {
    append_change(change, style, out);
  }
}

void append_added_json(const PreparedPage& page, const AddedPage& added,
                       std::string& out) {
  const PageRecord& record = page.record;
  JsonWriter json(out);
  json.begin_object();
  json.key("quoin").number(1);
  json.field("status", to_string(added.status));
  json.field("id", record.id);
  json.key("outlet").string_or_null(record.outlet);
  json.key("url").string_or_null(record.url);
  json.key("version").number(added.version);
  json.field("address", page.address);
  json.key("reference").string_or_null(record.reference);
  json.key("quotations").number(record.quotations.size());
  json.key("same_text").boolean(added.same_text);
  json.key("changes").begin_array();
  for (const PageChange& change : added.changes) {
    json.begin_object();
    json.field("kind", to_string(change.kind));
    json.field("before", change.before).field("after", change.after);
    json.field("detail", change.detail);
    json.end_object();
  }
  json.end_array().end_object();
  out += '\n';
}

}  // namespace quoin
