#include "common/config/validate/catalogue.h"

#include <algorithm>

#include "common/cluster/rules/rules.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/rules/rules.h"

namespace twinhelm::config
{

namespace
{

/// K00xx and K01xx; the rules bring their own.
constexpr CatalogueEntry entries[] = {
    {codes::strayBrace, "A } without its {",
     "Everything after it may be read as something else than meant: blocks end where braces say.",
     "Remove the brace, or add the { that is missing further up.", "global_defs {\n}\n}", "global_defs {\n}"},
    {codes::missingBrace, "A block that is never closed",
     "All that follows is taken as part of this block, where most of it is not valid.",
     "Add the } where the block ends.", "global_defs {\n    router_id lb01\nvrrp_instance A {\n}",
     "global_defs {\n    router_id lb01\n}\nvrrp_instance A {\n}"},
    {codes::unmatchedQuote, "A quote that is not closed", "keepalived ignores the whole line.",
     "Close the quote on the same line.", "script \"/bin/check a", "script \"/bin/check a\""},
    {codes::lineTooLong, "A line longer than keepalived reads",
     "keepalived reads lines into a buffer of 1024 bytes; longer ones are dropped or cut.",
     "Shorten the line, for example by moving a command into a script file.", "", ""},
    {codes::nulByte, "A NUL byte", "The line is not text and is dropped. The file may be damaged.",
     "Restore the file, or remove the line.", "", ""},
    {codes::unknownKeyword, "A word that is no keyword here",
     "keepalived ignores the line, and each line of its block. What was meant does not happen.",
     "Correct the spelling, or move the line to the block it belongs in.", "vrrp_instance A {\n    prioritty 100\n}",
     "vrrp_instance A {\n    priority 100\n}"},
    {codes::openBraceMissing, "A block without its {", "Braces no longer pair up, and blocks end too early.",
     "Add the { at the end of the line.", "authentication\n    auth_type PASS\n}",
     "authentication {\n    auth_type PASS\n}"},
    {codes::unexpectedBrace, "A { where no block can begin",
     "keepalived ignores the brace, and its } then closes too much.",
     "Remove the braces, or add the keyword that should stand before them.", "priority 100 {\n}", "priority 100"},
    {codes::fullWidthCharacter, "A character that only looks like ASCII",
     "Text copied from a document or typed with an input method may hold full-width or invisible characters. "
     "keepalived takes "
     "them as letters of a word.",
     "Type the character again in ASCII.", "", ""},
    {codes::includeNothing, "An include that finds nothing",
     "What the file was to define is missing, without a word from keepalived.",
     "Correct the path; it is relative to the including file.", "include conf.d/*.cnf", "include conf.d/*.conf"},
    {codes::includeNotFollowed, "An include that is not read here",
     "This text is looked at without the files around it, so what they define is not known.",
     "Open the file from its folder.", "", ""},
    {codes::includeCycle, "Files that include each other without end", "Reading would never finish.",
     "Remove one of the includes.", "", ""},
    {codes::badRepetition, "A ~SEQ or ~LST that makes no sense", "The line behind it is ignored.",
     "Write ~SEQ(name, start, step, end) or ~LST(name, value, ...).", "~SEQ(i, 1, 0, 5) ...", "~SEQ(i, 1, 5) ..."},
    {codes::tooMuch, "An expansion without end",
     "A definition contains itself, or the result is too large to be meant.", "Break the circle, or repeat less.",
     "$A=$B\n$B=$A", "$A=1"},
    {codes::blockNameMissing, "A block without a name", "keepalived stops at this line and does not start.",
     "Add a name before the {.", "vrrp_instance {\n}", "vrrp_instance VI_1 {\n}"},
    {codes::oldSpelling, "Another spelling of a keyword", "It works, but newer keepalived versions log a complaint.",
     "Use the current spelling.", "", ""},
    {codes::backslashInComment, "A backslash at the end of a comment",
     "A line that ends in a backslash goes on, also when the backslash stands in a comment. Outside a definition "
     "keepalived takes "
     "it for a word.",
     "Remove the backslash.", "", ""},
    {codes::emptyBlock, "A block with nothing in it", "It has no effect, and most likely something was forgotten.",
     "Fill it, or remove it.", "notification_email {\n}", "notification_email {\n    ops@example.org\n}"},
    {codes::notANumber, "Not a number", "keepalived takes the default, which may differ from the other node's value.",
     "Write a decimal number.", "priority high", "priority 150"},
    {codes::outOfRange, "A number outside its range",
     "keepalived takes the default, which may differ from the other node's value.", "Write a number within the range.",
     "priority 300", "priority 250"},
    {codes::missingValue, "A keyword without its value", "keepalived stops at this line and does not start.",
     "Add the value, or remove the line.", "interface", "interface eth0"},
    {codes::notABool, "Neither true nor false", "keepalived ignores the line.", "Write true or false.",
     "vrrp_strict maybe", "vrrp_strict true"},
    {codes::notAnAddress, "Not an address",
     "keepalived skips the entry: the address never comes up, the peer is never told.",
     "Write an IPv4 or IPv6 address, with /LENGTH where it stands for a network.", "10.0.0.300", "10.0.0.30"},
    {codes::interfaceNameTooLong, "An interface name that cannot exist",
     "Linux interface names have at most 15 characters.", "Correct the name.", "", ""},
    {codes::unknownChoice, "A word that is not among the choices", "keepalived takes the default.",
     "Use one of the words listed in the message.", "state SLAVE", "state BACKUP"},
    {codes::badEntry, "A word that is not understood in this list", "keepalived ignores the rest of the entry.",
     "Correct the entry.", "chk_nginx weight=2", "chk_nginx weight 2"},
    {codes::clamped, "A number that is moved into its range", "keepalived takes the nearest value it allows.",
     "Write the value that is meant.", "", ""},
    {codes::commandArguments, "A command's arguments without quotes",
     "Words behind an unquoted command are taken as user and group; the command runs without its arguments.",
     "Put the command and its arguments between double quotes.", "script /bin/check -a -b",
     "script \"/bin/check -a -b\""},
    {codes::notActedOn, "A part that this version does not do",
     "The file is right and keepalived would do it; twinhelmd reads it, keeps it, and leaves it undone.",
     "Keep keepalived as this node's engine if you need the part, or remove it.", "", ""},
    {codes::headerUnsupported, "AH authentication cannot be sent",
     "The peers expect the header and drop advertisements without it: both nodes would become master.",
     "Use auth_type PASS on both nodes, or keepalived as the engine.", "auth_type AH", "auth_type PASS"},
};

std::vector<const CatalogueEntry *> collect()
{
    std::vector<const CatalogueEntry *> all;
    for (const auto &entry : entries)
        all.push_back(&entry);
    for (const auto *rule : rules::all())
        all.push_back(&rule->entry);
    for (const auto *rule : cluster::rules::all()) // between nodes
        all.push_back(&rule->entry);
    std::sort(all.begin(), all.end(), [](const auto *a, const auto *b) { return a->code < b->code; });
    return all;
}

} // namespace

const CatalogueEntry *explain(std::string_view code)
{
    static const auto all = collect();
    const auto found = std::lower_bound(
        all.begin(), all.end(), code, [](const auto *entry, std::string_view wanted) { return entry->code < wanted; });
    return found != all.end() && (*found)->code == code ? *found : nullptr;
}

std::vector<const CatalogueEntry *> catalogue()
{
    return collect();
}

} // namespace twinhelm::config
