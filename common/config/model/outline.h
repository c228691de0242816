#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/secret.h"
#include "common/base/time.h"
#include "common/config/model/command.h"
#include "common/config/model/routing_name.h"
#include "common/config/model/routing_rule.h"
#include "common/config/model/track_entry.h"
#include "common/config/model/value.h"

/// What a model says, as statements in one fixed order: the common ground of the writers, and independent of how the
/// file was written.
namespace twinhelm::config::model
{

/// A value, and the word in front of it when it has one: "weight 20".
struct Term {
    enum class Kind : std::uint8_t { Flag, Number, Truth, Text, Words, Command, Secret };

    std::string_view word{}; ///< Flag: all there is
    Kind kind = Kind::Text;
    std::string text{};     ///< for a Secret what nobody may see
    std::string_view key{}; ///< name in JSON of a value without a word
};

struct Item {
    enum class Form : std::uint8_t { Statement, Block, Entry };

    std::string_view keyword{}; ///< empty for an entry
    Form form = Form::Statement;
    std::vector<Term> terms{};
    std::vector<Item> items{};
    bool many = false; ///< one of several with this keyword: JSON makes a list of them
};

using Outline = std::vector<Item>;

[[nodiscard]] Term term(int number);
[[nodiscard]] Term term(unsigned number);
[[nodiscard]] Term term(std::uint16_t number);
[[nodiscard]] Term term(std::uint64_t number);
[[nodiscard]] Term term(Duration seconds);
[[nodiscard]] Term term(bool truth);
[[nodiscard]] Term term(const std::string &text);
[[nodiscard]] Term term(const Secret &secret);
[[nodiscard]] Term term(const IpAddress &address);
[[nodiscard]] Term term(const Prefix &prefix);
[[nodiscard]] Term term(const RoutingName &name);
[[nodiscard]] Term milliseconds(Duration time);
[[nodiscard]] Term microseconds(Duration time);
[[nodiscard]] Term named(std::string_view word, Term value); ///< `value` behind `word`
[[nodiscard]] Term keyed(std::string_view key, Term value);  ///< `value` alone, called `key` in JSON
[[nodiscard]] Term flagTerm(std::string_view word);

void show(Outline &out, std::string_view keyword, std::vector<Term> terms);
void showFlag(Outline &out, std::string_view keyword, bool given);
void show(Outline &out, std::string_view keyword, const Command &command);
void show(Outline &out, std::string_view keyword, const std::vector<TrackEntry> &entries);
/// A block with one name in each line.
void show(Outline &out, std::string_view keyword, const std::vector<Value<std::string>> &names);
void showUser(Outline &out, std::string_view keyword, const Value<std::string> &user, const Value<std::string> &group);
/// "weight N [reverse]" of what can be tracked.
void showWeight(Outline &out, std::string_view keyword, const Value<int> &weight, bool reverse);
Item &showBlock(Outline &out, std::string_view keyword, std::vector<Term> name = {});

/// A command's program and arguments as the text between the outer quotes.
[[nodiscard]] std::string joinArguments(const std::vector<std::string> &argv);

} // namespace twinhelm::config::model
