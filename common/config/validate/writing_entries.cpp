#include "common/config/validate/codes.h"
#include "common/config/validate/entries.h"

namespace twinhelm::config
{

namespace
{

constexpr CatalogueEntry writing[] = {
    {codes::strayBrace, "A } without its {",
     "Everything after it may be read as something else than meant: blocks end where braces say.",
     "Remove the brace, or add the { that is missing further up.",
     "global_defs {\n"
     "    router_id lb01\n"
     "}\n"
     "  }\n"
     "# ^\n",
     "global_defs {\n"
     "    router_id lb01\n"
     "}\n",
     Place::File},
    {codes::missingBrace, "A block that is never closed",
     "All that follows is taken as part of this block, where most of it is not valid.",
     "Add the } where the block ends.",
     "global_defs {\n"
     "#^^^^^^^^^^\n"
     "    router_id lb01\n"
     "\n"
     "bfd_instance R1 {\n"
     "    neighbor_ip 10.0.0.9\n"
     "}\n",
     "global_defs {\n"
     "    router_id lb01\n"
     "}\n",
     Place::File},
    {codes::unmatchedQuote, "A quote that is not closed", "keepalived ignores the whole line.",
     "Close the quote on the same line.",
     "    router_id \"lb01\n"
     "#             ^^^^^\n",
     "    router_id \"lb01\"\n", Place::Global},
    {codes::lineTooLong, "A line longer than keepalived reads",
     "keepalived reads lines into a buffer of 1024 bytes. It drops longer ones; before 2.4 it cut them, and read each "
     "piece as a line.",
     "Shorten the line, for example by moving a command into a script file.", "", "", Place::File},
    {codes::nulByte, "A NUL byte", "The line is not text and is dropped. The file may be damaged.",
     "Restore the file, or remove the line.", "", "", Place::File},
    {codes::unknownKeyword, "A word that is no keyword here",
     "keepalived ignores the line, and each line of its block. What was meant does not happen.",
     "Correct the spelling, or move the line to the block it belongs in.",
     "    prioritty 100\n"
     "#   ^^^^^^^^^\n",
     "    priority 100\n", Place::Instance},
    {codes::openBraceMissing, "A block without its {", "Braces no longer pair up, and blocks end too early.",
     "Add the { at the end of the line.",
     "    authentication\n"
     "#   ^^^^^^^^^^^^^^\n"
     "        auth_type PASS\n"
     "        auth_pass 1111\n"
     "    }\n",
     "    authentication {\n"
     "        auth_type PASS\n"
     "        auth_pass 1111\n"
     "    }\n",
     Place::Instance},
    {codes::unexpectedBrace, "A { where no block can begin",
     "keepalived ignores the brace, and its } then closes too much.",
     "Remove the braces, or add the keyword that should stand before them.",
     "    priority 100 {\n"
     "#   ^^^^^^^^^^^^\n"
     "    }\n",
     "    priority 100\n", Place::Instance},
    {codes::fullWidthCharacter, "A character that only looks like ASCII",
     "Text copied from a document or typed with an input method may hold full-width or invisible "
     "characters. keepalived takes them as letters of a word.",
     "Type the character again in ASCII.",
     "    router_id lb01　\n"
     "#                 ^^^\n",
     "    router_id lb01\n", Place::Global},
    {codes::includeNothing, "An include that finds nothing",
     "What the file was to define is missing, without a word from keepalived.",
     "Correct the path; it is relative to the including file.",
     "include conf.d/*.cnf\n"
     "#^^^^^^^^^^^^^^^^^^^\n",
     "include conf.d/*.conf\n", Place::File},
    {codes::includeNotFollowed, "An include that is not read here",
     "This text is looked at without the files around it, so what they define is not known.",
     "Open the file from its folder.",
     "include conf.d/*.conf\n"
     "#^^^^^^^^^^^^^^^^^^^^\n",
     "", Place::File},
    {codes::includeCycle, "Files that include each other without end", "Reading would never finish.",
     "Remove one of the includes.",
     "include keepalived.conf\n"
     "#^^^^^^^^^^^^^^^^^^^^^^\n",
     "include conf.d/*.conf\n", Place::File},
    {codes::badRepetition, "A ~SEQ or ~LST that makes no sense", "The line behind it is ignored.",
     "Write ~SEQ(name, start, step, end) or ~LST(name, value, ...).",
     "    virtual_ipaddress {\n"
     "        ~SEQ(i, 1, 0, 5) 10.0.1.$i\n"
     "#       ^^^^^^^^^^^^^^^^\n"
     "    }\n",
     "    virtual_ipaddress {\n"
     "        ~SEQ(i, 1, 5) 10.0.1.$i\n"
     "    }\n",
     Place::Instance},
    {codes::tooMuch, "An expansion without end",
     "A definition contains itself, or the result is too large to be meant.", "Break the circle, or repeat less.",
     "$A=$B\n"
     "$B=$A\n"
     "$A\n"
     "#^\n",
     "$A=vrrp_version 3\n"
     "global_defs {\n"
     "    $A\n"
     "}\n",
     Place::File},
    {codes::blockNameMissing, "A block without a name", "keepalived stops at this line and does not start.",
     "Add a name before the {.",
     "vrrp_instance {\n"
     "#^^^^^^^^^^^^\n"
     "}\n",
     "vrrp_sync_group VG_1 {\n"
     "    group {\n"
     "        VI_1\n"
     "        VI_2\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_2 {\n"
     "    interface eth1\n"
     "    virtual_router_id 52\n"
     "    virtual_ipaddress {\n"
     "        10.0.1.3\n"
     "    }\n"
     "}\n",
     Place::File},
    {codes::oldSpelling, "A deprecated word",
     "It still works, but keepalived complains about it, its config test fails, and a later version may "
     "drop it.",
     "Use the word that replaced it.",
     "    lvs_process_name lvs\n"
     "#   ^^^^^^^^^^^^^^^^\n",
     "    checker_process_name lvs\n", Place::Global},
    {codes::backslashAtEnd, "A backslash at the end of a line",
     "Only the lines of a definition go on behind a backslash, and there also behind one in a comment or at the end of "
     "an included file. Anywhere else keepalived drops what stands between it and the last word, and reads the "
     "backslash as the end of that word.",
     "Remove the backslash.",
     "    router_id lb01 # this node \\\n"
     "#                              ^\n",
     "    router_id lb01 # this node\n", Place::Global},
    {codes::emptyBlock, "A block with nothing in it", "It has no effect, and most likely something was forgotten.",
     "Fill it, or remove it.",
     "    notification_email {\n"
     "#   ^^^^^^^^^^^^^^^^^^\n"
     "    }\n",
     "    notification_email {\n"
     "        ops@example.org\n"
     "    }\n",
     Place::Global},
    {codes::withoutEffect, "A keyword without effect",
     "keepalived reads the word and does nothing with it: it is left over from earlier versions.", "Remove the line.",
     "    hashed\n"
     "#   ^^^^^^\n",
     "    persistence_timeout 50\n", Place::Service},
    {codes::extraWords, "Words that nothing reads",
     "keepalived looks at the words a keyword needs and passes over the rest. What was meant with them "
     "does not happen. Comments begin with # or !, never with //.",
     "Remove the words, put them on a line of their own, or put # in front of a comment.",
     "    priority 100 // first choice\n"
     "#                ^^^^^^^^^^^^^^^\n",
     "    priority 100 # first choice\n", Place::Instance},
    {codes::missingPart, "A block without what it needs",
     "keepalived ignores the whole block, and what it was to do does not happen.",
     "Add the keyword that the message names.",
     "        MISC_CHECK {\n"
     "#       ^^^^^^^^^^\n"
     "            misc_timeout 3\n"
     "        }\n",
     "        TCP_CHECK {\n"
     "            connect_timeout 3\n"
     "        }\n",
     Place::Server},
    {codes::repeated, "A keyword twice in one block",
     "Only one of the two counts, for most keywords the last one. Whoever changes the other wonders why "
     "nothing happens.",
     "Keep the line that is meant.",
     "    priority 100\n"
     "    priority 150\n"
     "#   ^^^^^^^^\n",
     "    priority 150\n", Place::Instance},
    {codes::severalConditions, "Several conditions on one line",
     "The keepalived of Debian 12 reads one condition on a line, and takes the second one for an unknown keyword.",
     "Write one condition. For all nodes but two, write a line for each of the others.",
     "    @^lb02 @^lb03 priority 150\n"
     "#          ^^^^^^\n",
     "    @^lb02 priority 150\n", Place::Instance},
};

} // namespace

std::span<const CatalogueEntry> writingEntries()
{
    return writing;
}

} // namespace twinhelm::config
