#include "common/config/schema/schema.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "common/config/schema/names.h"
#include "common/config/schema/tables.h"

namespace twinhelm::config::schema
{

namespace
{

const std::vector<Block> &allBlocks()
{
    static const std::vector<Block> blocks{
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
    };
    return blocks;
}

struct Entry {
    const Keyword *keyword = nullptr;
    const Block *inner = nullptr;
};

struct Index {
    std::unordered_map<std::string_view, const Block *> byPath;
    std::vector<std::unordered_map<std::string_view, Entry>> entries; ///< in the order of allBlocks()
};

Index buildIndex()
{
    Index index;
    for (const auto &block : allBlocks())
        index.byPath.emplace(block.path, &block);
    for (const auto &block : allBlocks()) {
        auto &entries = index.entries.emplace_back();
        for (const auto &keyword : block.keywords) {
            auto path = std::string(block.path) + (block.path.empty() ? "" : "/") + std::string(keyword.name);
            const auto inner = index.byPath.find(path);
            entries.emplace(keyword.name, Entry{&keyword, inner == index.byPath.end() ? nullptr : inner->second});
        }
    }
    return index;
}

const Index &theIndex()
{
    static const Index index = buildIndex();
    return index;
}

const Entry *findEntry(const Block &block, std::string_view keyword)
{
    const auto number = static_cast<std::size_t>(&block - allBlocks().data());
    const auto &entries = theIndex().entries.at(number);
    const auto found = entries.find(keyword);
    return found == entries.end() ? nullptr : &found->second;
}

/// Optimal string alignment distance: insert, remove, replace, swap of neighbours cost one each.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

} // namespace

std::span<const Block> blocks()
{
    return allBlocks();
}

const Block *findBlock(std::string_view path)
{
    const auto found = theIndex().byPath.find(path);
    return found == theIndex().byPath.end() ? nullptr : found->second;
}

const Keyword *find(std::string_view path, std::string_view keyword)
{
    const auto *block = findBlock(path);
    return block ? find(*block, keyword) : nullptr;
}

const Keyword *find(const Block &block, std::string_view keyword)
{
    const auto *entry = findEntry(block, keyword);
    return entry ? entry->keyword : nullptr;
}

const Block *innerBlock(const Block &outer, std::string_view keyword)
{
    const auto *entry = findEntry(outer, keyword);
    return entry ? entry->inner : nullptr;
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

std::string_view nearestKeyword(const Block &block, std::string_view word)
{
    // Longer words than any keyword are no slips, and need not be compared.
    if (word.size() < 3 || word.size() > 48)
        return {};
    std::string_view nearest;
    auto least = std::max<std::size_t>(1, word.size() / 4) + 1;
    for (const auto &keyword : block.keywords) {
        if (keyword.kind == Kind::Removed)
            continue;
        const auto steps = distance(word, keyword.name);
        if (steps < least) {
            least = steps;
            nearest = keyword.name;
        }
    }
    return nearest;
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
