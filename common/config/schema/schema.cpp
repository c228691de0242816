#include "common/config/schema/schema.h"

#include <unordered_map>
#include <vector>

#include "common/config/schema/keyword_index.h"
#include "common/config/schema/names.h"
#include "common/config/schema/tables.h"

namespace twinhelm::config::schema
{

namespace
{

std::vector<Block> numbered(std::vector<Block> blocks)
{
    std::uint8_t number = 0;
    for (auto &block : blocks)
        block.number = number++;
    return blocks;
}

const std::vector<Block> &allBlocks()
{
    static const std::vector<Block> blocks = numbered({
        {"", topLevel},
        {"global_defs", globalDefs},
        {"static_ipaddress", addressEntry, true},
        {"static_routes", routeEntry, true},
        {"static_rules", ruleEntry, true},
        {"track_group", trackGroup},
        {"garp_group", garpGroup},
        {"linkbeat_interfaces", linkbeatInterfaces, true},
        {"interface_up_down_delays", interfaceUpDownDelays, true},
        {"vrrp_track_process", vrrpTrackProcess},
        {"track_file", trackFile},
        {"vrrp_track_file", trackFile},
        {"vrrp_script", vrrpScript},
        {"vrrp_sync_group", vrrpSyncGroup},
        {"vrrp_instance", vrrpInstance},
        {"vrrp_instance/authentication", authentication},
        {"vrrp_instance/auth_hmac", authHmac},
        {"vrrp_instance/virtual_ipaddress", addressEntry, true},
        {"vrrp_instance/virtual_ipaddress_excluded", addressEntry, true},
        {"vrrp_instance/virtual_routes", routeEntry, true},
        {"vrrp_instance/virtual_rules", ruleEntry, true},
        {"bfd_instance", bfdInstance},
        {"SSL", ssl},
        {"virtual_server_group", virtualServerGroup, true},
        {"virtual_server", virtualServer},
        {"virtual_server/real_server", realServer},
        {"virtual_server/real_server/TCP_CHECK", tcpCheck},
        {"virtual_server/real_server/HTTP_GET", httpGet},
        {"virtual_server/real_server/HTTP_GET/url", httpUrl},
        {"virtual_server/real_server/SSL_GET", httpGet},
        {"virtual_server/real_server/SSL_GET/url", httpUrl},
        {"virtual_server/real_server/SMTP_CHECK", smtpCheck},
        {"virtual_server/real_server/SMTP_CHECK/host", smtpHost},
        {"virtual_server/real_server/DNS_CHECK", dnsCheck},
        {"virtual_server/real_server/MISC_CHECK", miscCheck},
        {"virtual_server/real_server/UDP_CHECK", udpCheck},
        {"virtual_server/real_server/PING_CHECK", pingCheck},
        {"virtual_server/real_server/FILE_CHECK", fileCheck},
        {"virtual_server/real_server/BFD_CHECK", bfdCheck},
    });
    return blocks;
}

const std::unordered_map<std::string_view, const Block *> &byPath()
{
    static const auto index = [] {
        std::unordered_map<std::string_view, const Block *> paths;
        for (const auto &block : allBlocks())
            paths.emplace(block.path, &block);
        return paths;
    }();
    return index;
}

const KeywordIndex &theIndex()
{
    static const KeywordIndex index(allBlocks());
    return index;
}

} // namespace

std::span<const Block> blocks()
{
    return allBlocks();
}

const Block &preprocessor()
{
    static const Block block{"(preprocessor)", directives, false, 0xff};
    return block;
}

const Block *findBlock(std::string_view path)
{
    const auto found = byPath().find(path);
    return found == byPath().end() ? nullptr : found->second;
}

const Keyword *find(std::string_view path, std::string_view keyword)
{
    const auto *block = findBlock(path);
    return block ? find(*block, keyword) : nullptr;
}

const Keyword *find(const Block &block, std::string_view keyword)
{
    const auto *entry = theIndex().find(block, keyword);
    return entry ? entry->keyword : nullptr;
}

const Block *innerBlock(const Block &outer, std::string_view keyword)
{
    const auto *entry = theIndex().find(outer, keyword);
    return entry ? entry->inner : nullptr;
}

Found lookUp(const Block &block, std::string_view keyword)
{
    const auto *entry = theIndex().find(block, keyword);
    return entry ? Found{entry->keyword, entry->inner} : Found{};
}

bool isNamed(const Keyword &keyword, std::size_t words)
{
    if (!keyword.arguments.starts_with("NAME"))
        return true;
    const bool oneWord = keyword.name == names::vrrpInstance || keyword.name == names::vrrpSyncGroup;
    return oneWord ? words == 2 : words >= 2;
}

bool isIncludeKeyword(std::string_view word)
{
    constexpr std::string_view plain = "include";
    if (!word.starts_with(plain))
        return false;
    word.remove_prefix(plain.size());
    return word.empty() || (word.size() == 1 && std::string_view("rmwba").find(word) != std::string_view::npos);
}

std::vector<std::string_view> blocksWith(std::string_view keyword)
{
    std::vector<std::string_view> paths;
    for (const auto &block : allBlocks()) {
        const auto *found = find(block, keyword);
        if (found && !block.entries && found->kind != Kind::Removed)
            paths.push_back(block.path);
    }
    return paths;
}

} // namespace twinhelm::config::schema
