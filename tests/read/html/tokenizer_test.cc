// SPDX-License-Identifier: Apache-2.0
// The tokenizer on cases of our own, each written as what it should see.
#include <quoin/read/html/tokenizer.h>

#include <string>

#include <gtest/gtest.h>

namespace quoin {
namespace {

// "<p class=[a]>", "</p>", "text", "<!>" for comments and their like.
std::string show(std::string_view page, bool is_foreign = false) {
  std::string out;
  Tokenizer tokenizer(page);
  tokenizer.set_foreign(is_foreign);
  std::size_t end = 0;
  for (Token token; tokenizer.next(token);) {
    EXPECT_GE(tokenizer.offset_of(token.raw), end);
    end = tokenizer.offset_of(token.raw) + token.raw.size();
    switch (token.kind) {
      case Token::Kind::kText: out += "{" + std::string(token.raw) + "}"; break;
      case Token::Kind::kComment: out += "<!>"; break;
      case Token::Kind::kEndTag:
        out += "</" + std::string(token.name) + ">";
        break;
      case Token::Kind::kStartTag:
        out += "<" + std::string(token.name);
        for (const HtmlAttribute& one : tokenizer.attributes()) {
          out +=
              " " + std::string(one.name) + "=[" + std::string(one.value) + "]";
        }
        out += token.self_closing ? "/>" : ">";
    }
  }
  return out;
}

TEST(Tokenizer, SeesWhatBrowsersSee) {
  const struct {
    const char* page;
    const char* expected;
  } kCases[] = {
      {"", ""},
      {"a < b <3 <", "{a < b <3 <}"},
      {"a</", "{a</}"},
      {"<p>x</p>", "<p>{x}</p>"},
      {"<P\n>x</P x>", "<P>{x}</P>"},
      {"a</>b", "{a}<!>{b}"},
      {"a</ b>c", "{a}<!>{c}"},
      {"a<?php 1>b", "{a}<!>{b}"},
      {"<!doctype html>a", "<!>{a}"},
      {"<![CDATA[a>b]]>", "<!>{b]]>}"},
      {"<!-->a", "<!>{a}"},
      {"<!--->a", "<!>{a}"},
      {"<!---->a", "<!>{a}"},
      {"<!--a--!>b", "<!>{b}"},
      {"<!-- a -- > b -->c", "<!>{c}"},
      {"<!--<!--a-->b", "<!>{b}"},
      {"<!-- a", "<!>"},
      {"<a href=x>", "<a href=[x]>"},
      {"<a href = 'x y' B=\"z\">", "<a href=[x y] B=[z]>"},
      {"<a href='x'title=y>", "<a href=[x] title=[y]>"},
      {"<a href=x/>", "<a href=[x/]/>"},
      {"<br/>", "<br/>"},
      {"<a/b/c>", "<a b=[] c=[]>"},
      {"<a =b>", "<a =b=[]>"},
      {"<a b=>", "<a b=[]>"},
      {"<a b=\"x>y\">z", "<a b=[x>y]>{z}"},
      {"<a b=x\"y>", "<a b=[x\"y]>"},
      {"<a <b>c", "<a <b=[]>{c}"},
      {"x<a b='", "{x}"},
      {"x<a", "{x}"},
      {"<script>a<b</scrip></script >c", "<script>{a<b</scrip>}</script>{c}"},
      {"<script><!--</script>a", "<script>{<!--}</script>{a}"},
      {"<script><!--<script>x</script>--></script>a",
       "<script>{<!--<script>x</script>-->}</script>{a}"},
      {"<script><!--><script></script>a",
       "<script>{<!--><script>}</script>{a}"},
      {"<style><p></style>a", "<style>{<p>}</style>{a}"},
      {"<title>a<b></title>", "<title>{a<b>}</title>"},
      {"<textarea></TEXTAREA>a", "<textarea></TEXTAREA>{a}"},
      {"<iframe><p>a", "<iframe>{<p>a}"},
      {"<plaintext>a</plaintext>", "<plaintext>{a</plaintext>}"},
      {"<xmp><b></xmp>", "<xmp>{<b>}</xmp>"},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(show(one.page), one.expected) << one.page;
  }
}

TEST(Tokenizer, KnowsForeignContent) {
  EXPECT_EQ(show("<![CDATA[a>b]]>c", true), "{a>b}{c}");
  EXPECT_EQ(show("<style>a<b>", true), "<style>{a}<b>");
}

TEST(Tokenizer, CutsAttributes) {
  std::string page = "<p";
  for (int i = 0; i < 300; ++i) page += " a" + std::to_string(i);
  page += ">x";
  Tokenizer tokenizer(page, 100);
  Token token;
  ASSERT_TRUE(tokenizer.next(token));
  EXPECT_EQ(tokenizer.attributes().size(), 100u);
  EXPECT_EQ(tokenizer.cut_tags(), 1u);
  ASSERT_TRUE(tokenizer.next(token));
  EXPECT_EQ(token.raw, "x");
}

TEST(Tokenizer, KnowsTagsInAnyCase) {
  EXPECT_EQ(tag_of("BlockQuote"), Tag::kBlockquote);
  EXPECT_EQ(tag_of("h1"), Tag::kH1);
  EXPECT_EQ(tag_of("blockquotes"), Tag::kOther);
  EXPECT_EQ(tag_of("x-card"), Tag::kOther);
}

}  // namespace
}  // namespace quoin
