// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/html/edits.h>

#include <quoin/report/describe.h>

namespace quoin {

std::vector<Edit> edits_of(const Finding& finding, BaseSide side,
                           std::string_view other) {
  std::vector<Edit> edits;
  edits.reserve(finding.operations.size());
  for (const Operation& operation : finding.operations) {
    Edit edit;
    edit.operation = &operation;
    const ReferenceSpan first = operation.reference;
    const PrintedSpan second = operation.printed;
    if (side == BaseSide::kFirst) {
      edit.begin = first.begin;
      edit.end = first.end;
      edit.other = second.begin;
      edit.text = other.substr(second.begin, second.size());
    } else {
      edit.begin = second.begin;
      edit.end = second.end;
      edit.other = first.begin;
      edit.text = other.substr(first.begin, first.size());
    }
    edits.push_back(edit);
  }
  return edits;
}

bool is_difference(const Operation& operation) {
  return operation.grade > Grade::kConvention &&
         operation.grade != Grade::kExcerpt;
}

std::string describe_operation(const Finding& finding,
                               const Operation& operation,
                               const std::string& first,
                               const std::string& second) {
  Finding one;
  one.mode = finding.mode;
  one.operations = {operation};
  const std::vector<std::string> lines = describe_finding(one, first, second);
  return lines.empty() ? operation.words : lines.front();
}

}  // namespace quoin
