#include "tests/support/keepalived_dump.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <sstream>
#include <utility>

namespace twinhelm::test
{

namespace
{

/// How lines begin that tell of the running process alone. Each is all that keepalived prints before the value, its
/// indentation included, so that no line of another kind is meant.
constexpr std::array momentary{
    // VRRP instances and sync groups
    "   State = ",
    "   Wantstate = ",
    "   Last transition = ",
    "   Read timeout = ",
    "   Number of interface and track script faults = ",
    "   Number of track scripts init = ",
    "   Duplicate VRID",
    "   Num member fault ",
    "   Effective priority = ",
    "   Master down timer = ", // of the effective priority, and of what the master says its interval is
    "   Total priority = ",
    "   Master router = ",
    "   Master priority = ",
    "   Master advert int = ",
    "   Master advert interval = ",
    "   GARP next time ",
    "   GNA next time ",
    " GARP next time ",
    " GNA next time ",
    "   Next gratuitous ARP for such secondary = ",
    // how the kernel treats the process by now (auto priority raises it under load)
    " current realtime priority = ",
    " current realtime time limit = ",
    // sockets and threads
    "   fd_in ",
    "   fd_out ",
    " fd_in ",
    " thread_in ",
    "   thread_",
    "   No sockets allocated",
    // scripts, files and processes that are tracked
    "   Status = ",
    "   Result = ",
    "   Init state = ",
    "   Current processes = ",
    "   Have quorum = ",
    "   Fork delay timer ",
    "   Terminate delay timer ",
    // virtual servers, real servers and their checkers
    "   alive = ",
    "   quorum_state_up = ",
    "   reloaded = ",
    "     Reloaded = ",
    "     reloaded = ",
    "   RS set = ",
    "   num failed checkers = ",
    "   effective weight = ",
    "   previous effective_weight = ",
    "     Alive: ",
    "   Up = ",
    "   Has run = ",
    "   Current weight = ",
    "   Retries iterations = ",
    "   Failed URL = ",
    "   Last status = ",
    "   Last ran = ",
    "   last seen = ",
    "   last_seen = ",
    "     Last errno = ",
    "     Regex stack start ",
    // BFD
    "   local state = ",
    "   local diag = ",
    "   local demand = ",
    "   local discriminator = ",
    "   local detection time = ",
    "   local tx intv = ",
    "   remote ",
    "   send error = ",
};

/// Of the interfaces the dump tells what the machine has; these lines come from the configuration.
constexpr std::array ofInterfaces{
    "   Up debounce timer = ", "   Down debounce timer = ", "   Gratuitous ARP aggregation group "};
constexpr std::string_view interfaceName = " Name = ";
constexpr std::string_view noTimer = " = 0us";

template<typename Prefixes>
bool beginsWithOne(std::string_view line, const Prefixes &prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const char *one) { return line.starts_with(one); });
}

void cutFrom(std::string &line, std::string_view mark)
{
    if (const auto at = line.find(mark); at != std::string::npos)
        line.resize(at);
}

/// A line without the parts of it that are momentary.
std::string lasting(std::string line)
{
    if (line.starts_with(" VRRP Sync Group = "))
        line.resize(std::min(line.rfind(','), line.size()));              // the state it is in
    if (const auto up = line.find(", is_up = "); up != std::string::npos) // the VMAC's interface is there by now
        line.erase(up, std::min(line.find(',', up + 1), line.size()) - up);
    if (line.starts_with("   RIP = "))
        cutFrom(line, " EFF WEIGHT = ");
    if (line.starts_with("     ") && line.ends_with(" set"))
        line.resize(line.size() - 4); // the address, route or rule is there by now
    // A route that is there by now, by way of another interface than the one it was read with.
    cutFrom(line, " [installed ifindex ");
    cutFrom(line, " [dev ");
    return line;
}

/// The checkers of a real server have no order that means anything.
std::vector<std::string> inOneOrder(std::vector<std::string> lines)
{
    const auto title = std::find(lines.begin(), lines.end(), "------< Health checkers >------");
    if (title == lines.end())
        return lines;
    const auto isTitle = [](const std::string &line) { return line.starts_with("------<"); };
    const auto end = std::find_if(title + 1, lines.end(), isTitle);
    std::vector<std::vector<std::string>> checkers;
    for (auto line = title + 1; line != end; ++line) {
        if (line->starts_with(" [") || checkers.empty())
            checkers.emplace_back();
        checkers.back().push_back(*line);
    }
    std::sort(checkers.begin(), checkers.end());
    auto to = title + 1;
    for (auto &checker : checkers)
        to = std::move(checker.begin(), checker.end(), to);
    return lines;
}

/// Normalisation drops what repeats a default, and these show the default when it is said only.
std::string withoutSaidDefaults(std::string line)
{
    static constexpr std::string_view usualWeight = " weight 1 "; // of a next hop
    for (auto at = line.find(usualWeight); at != std::string::npos && line.find("nexthop") < at;
         at = line.find(usualWeight))
        line.erase(at, usualWeight.size() - 1);
    return line == " Smtp server connection timeout = 30" ? std::string() : line;
}

/// Groups of GARP delays are numbered as they come, which says nothing: the first one met gets the first number.
class GroupNumbers
{
public:
    std::string renumbered(std::string line)
    {
        for (const std::string_view mark : {"------< GARP delay group ", "   Gratuitous ARP aggregation group "}) {
            if (!line.starts_with(mark))
                continue;
            const auto digits = line.find_first_not_of("0123456789", mark.size());
            const auto number = line.substr(mark.size(), digits - mark.size());
            const auto found = numbers_.try_emplace(number, numbers_.size()).first->second;
            return std::string(mark) + '#' + std::to_string(found) + line.substr(std::min(digits, line.size()));
        }
        return line;
    }

private:
    std::map<std::string, std::size_t> numbers_;
};

} // namespace

std::vector<std::string> configurationLines(std::string_view dump)
{
    std::vector<std::string> out;
    GroupNumbers groups;
    std::istringstream lines{std::string(dump)};
    bool interfaces = false;
    std::string name; // of an interface of which nothing was configured so far
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("------<"))
            interfaces = line == "------< Interfaces >------";
        if (interfaces && line.starts_with(interfaceName))
            name = line;
        if (interfaces ? !beginsWithOne(line, ofInterfaces) || line.ends_with(noTimer) : beginsWithOne(line, momentary))
            continue;
        line = withoutSaidDefaults(groups.renumbered(lasting(std::move(line))));
        if (line.empty())
            continue;
        if (interfaces && !name.empty())
            out.push_back(std::exchange(name, {}));
        out.push_back(std::move(line));
    }
    return inOneOrder(std::move(out));
}

std::vector<std::string> differences(const std::vector<std::string> &first, const std::vector<std::string> &second)
{
    // Longest common row of lines; dumps have some hundred lines.
    const auto rows = first.size();
    const auto columns = second.size();
    std::vector<std::uint32_t> common((rows + 1) * (columns + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t & { return common[i * (columns + 1) + j]; };
    for (auto i = rows; i-- > 0;) {
        for (auto j = columns; j-- > 0;)
            at(i, j) = first[i] == second[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    std::vector<std::string> out;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && first[i] == second[j]) {
            ++i;
            ++j;
        } else if (j == columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
            out.push_back("- " + first[i++]);
        } else {
            out.push_back("+ " + second[j++]);
        }
    }
    return out;
}

} // namespace twinhelm::test
