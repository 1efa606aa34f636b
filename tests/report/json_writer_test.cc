// SPDX-License-Identifier: Apache-2.0
#include <quoin/report/json_writer.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

TEST(JsonWriter, WritesEveryValueOnOneLine) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.field("id", "a").key("outlet").string_or_null(std::nullopt);
  json.key("segments").begin_array();
  json.begin_array().number(1915).number(2171).end_array();
  json.end_array();
  json.key("empty").begin_array().end_array();
  json.key("yes").boolean(true).key("share").fraction(0.1);
  json.end_object();
  EXPECT_EQ(out, R"({"id": "a", "outlet": null, "segments": [[1915, 2171]], )"
                 R"("empty": [], "yes": true, "share": 0.1000})");
}

TEST(JsonWriter, EscapesWhatMustBeAndNothingElse) {
  std::string out;
  JsonWriter(out).string("“é” \"q\" \\ / \n\r\t\x01\x1F\x7F");
  EXPECT_EQ(out, "\"“é” \\\"q\\\" \\\\ / \\n\\r\\t\\u0001\\u001f\x7F\"");
}

TEST(JsonWriter, BreaksWhatIsBegunAsBroken) {
  std::string out;
  JsonWriter json(out);
  json.begin_broken_object().field("quoin", "1");
  json.key("clusters").begin_broken_array();
  json.begin_object().field("id", "c1").key("none").begin_array().end_array();
  json.end_object();
  json.begin_object().field("id", "c2").end_object();
  json.end_array().key("empty").begin_broken_array().end_array().end_object();
  EXPECT_EQ(out, R"({
  "quoin": "1",
  "clusters": [
    {"id": "c1", "none": []},
    {"id": "c2"}
  ],
  "empty": []
})");
}

}  // namespace
}  // namespace quoin
