#include "common/config/validate/codes.h"
#include "common/config/validate/entries.h"

namespace twinhelm::config
{

namespace
{

constexpr CatalogueEntry values[] = {
    {codes::notANumber, "Not a number", "keepalived takes the default, which may differ from the other node's value.",
     "Write a decimal number.",
     "    priority high\n"
     "#            ^^^^\n",
     "    priority 150\n", Place::Instance},
    {codes::outOfRange, "A number outside its range",
     "keepalived takes the default, which may differ from the other node's value.", "Write a number within the range.",
     "    priority 300\n"
     "#            ^^^\n",
     "    priority 250\n", Place::Instance},
    {codes::missingValue, "A keyword without its value",
     "For most keywords keepalived stops at this line and does not start.", "Add the value, or remove the line.",
     "    priority\n"
     "#   ^^^^^^^^\n",
     "    priority 100\n", Place::Instance},
    {codes::notABool, "Neither true nor false", "keepalived ignores the line.", "Write true or false.",
     "    vrrp_strict maybe\n"
     "#               ^^^^^\n",
     "    vrrp_strict true\n", Place::Global},
    {codes::notAnAddress, "Not an address",
     "keepalived skips the entry: the address never comes up, the peer is never told.",
     "Write an IPv4 or IPv6 address, with /LENGTH where it stands for a network.",
     "    virtual_ipaddress_excluded {\n"
     "        10.0.0.300\n"
     "#       ^^^^^^^^^^\n"
     "    }\n",
     "    virtual_ipaddress_excluded {\n"
     "        10.0.0.30\n"
     "    }\n",
     Place::Instance},
    {codes::interfaceNameTooLong, "An interface name that cannot exist",
     "Linux interface names have at most 15 characters.", "Correct the name.",
     "    track_interface {\n"
     "        ethernet-card-to-the-world\n"
     "#       ^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
     "    }\n",
     "    track_interface {\n"
     "        eth1\n"
     "    }\n",
     Place::Instance},
    {codes::unknownChoice, "A word that is not among the choices", "keepalived takes the default.",
     "Use one of the words listed in the message.",
     "    state SLAVE\n"
     "#         ^^^^^\n",
     "    state BACKUP\n", Place::Instance},
    {codes::badEntry, "A word that is not understood in this list", "keepalived ignores the rest of the entry.",
     "Correct the entry.",
     "    track_interface {\n"
     "        eth1 weight=2\n"
     "#            ^^^^^^^^\n"
     "    }\n",
     "    track_interface {\n"
     "        eth1 weight 2\n"
     "    }\n",
     Place::Instance},
    {codes::clamped, "A number that is moved into its range", "keepalived takes the nearest value it allows.",
     "Write the value that is meant.",
     "    vrrp_garp_master_repeat 0\n"
     "#                           ^\n",
     "    vrrp_garp_master_repeat 1\n", Place::Global},
    {codes::commandArguments, "A command's arguments without quotes",
     "Words behind an unquoted command are taken as user and group; the command runs without its "
     "arguments.",
     "Put the command and its arguments between double quotes.",
     "    script /usr/bin/check -a -b\n"
     "#                         ^^\n",
     "    script \"/usr/bin/check -a -b\"\n", Place::Script},
    {codes::tooPrecise, "More digits than count", "keepalived rounds the number, and its config test complains.",
     "Write fewer digits.",
     "    preempt_delay 0.1234567\n"
     "#                 ^^^^^^^^^\n",
     "    preempt_delay 0.123456\n", Place::Instance},
    {codes::textTooLong, "A text that is too long",
     "The kernel or the daemon has room for so many characters only; the text is cut off or ignored.", "Shorten it.",
     "    vrrp_ipsets a_name_that_is_longer_than_thirty_characters\n"
     "#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
     "    vrrp_ipsets vrrp\n", Place::Global},
    {codes::notHex, "Not hexadecimal", "The checker compares with something else than meant, or is dropped.",
     "Write hexadecimal digits, as many as the message says.",
     "        HTTP_GET {\n"
     "            url {\n"
     "                path /\n"
     "                digest d41d8cd98f00b204\n"
     "#                      ^^^^^^^^^^^^^^^^\n"
     "            }\n"
     "        }\n",
     "        HTTP_GET {\n"
     "            url {\n"
     "                path /\n"
     "                digest d41d8cd98f00b204e9800998ecf8427e\n"
     "            }\n"
     "        }\n",
     Place::Server},
    {codes::tooNew, "A keyword the target version does not know",
     "The node's keepalived ignores the line and, when it is a block, all of it.",
     "Install a newer keepalived, or do without the keyword.", "", "", Place::File},
};

constexpr CatalogueEntry gaps[] = {
    {codes::notActedOn, "A part that this version does not do",
     "The file is right and keepalived would do it; twinhelmd reads it, keeps it, and leaves it undone.",
     "Keep keepalived as this node's engine if you need the part, or remove it.",
     "    vrf red\n"
     "#   ^^^\n",
     "    priority 150\n", Place::Instance},
    {codes::instanceRefused, "An instance that this version does not run",
     "It asks for something without which it would do harm, and which twinhelmd does not do yet (auth_hmac, BFD, "
     "polled "
     "links). This one instance stays in FAULT and says why; all others run.",
     "Remove the part on both nodes, or keep keepalived as this node's engine.",
     "    auth_hmac {\n"
     "#   ^^^^^^^^^\n"
     "        key 1 twelve-letters\n"
     "        active_key 1\n"
     "    }\n",
     "    authentication {\n"
     "        auth_type PASS\n"
     "        auth_pass 1111\n"
     "    }\n",
     Place::Instance},
};

} // namespace

std::span<const CatalogueEntry> valueEntries()
{
    return values;
}

std::span<const CatalogueEntry> gapEntries()
{
    return gaps;
}

} // namespace twinhelm::config
