#include "tests/lab/contest.h"

#include <map>
#include <stdexcept>

#include "tests/lab/config_text.h"

namespace twinhelm::lab
{

namespace
{

const char *nameOf(Ranking ranking)
{
    switch (ranking) {
    case Ranking::Preempt: return "preempt";
    case Ranking::NoPreempt: return "nopreempt";
    case Ranking::Equal: return "equal priority";
    }
    return "?";
}

bool has(const std::string &team, char engine)
{
    return team.find(engine) != std::string::npos;
}

std::string hex(int number)
{
    constexpr auto digits = "0123456789abcdef";
    return number < 16 ? std::string(1, digits[number]) : hex(number / 16) + digits[number % 16];
}

} // namespace

std::string Dialect::name() const
{
    return "v" + std::to_string(version) + " IPv" + std::to_string(family) + (unicast ? " unicast" : " multicast") +
           (authentication.empty() ? "" : " " + authentication);
}

std::string Contest::name() const
{
    return dialect.name() + ", " + nameOf(ranking) + ": " + team;
}

std::string Contest::instance() const
{
    return "V" + std::to_string(dialect.family) + "_" + std::to_string(id);
}

std::string Contest::address() const
{
    return dialect.family == 4 ? "10.0.1." + std::to_string(id) : "fd00::1:" + hex(id);
}

int Contest::priority(std::size_t host) const
{
    constexpr std::array<int, 3> ranked{240, 150, 60};
    return ranking == Ranking::Equal ? 100 : ranked.at(host);
}

std::string Contest::instanceText(std::size_t host) const
{
    InstanceText text;
    text.name = instance();
    text.virtualRouterId = id;
    text.priority = priority(host);
    text.version = dialect.version;
    text.advert = dialect.version == 2 ? "1" : "0.5";
    text.password = dialect.authentication.empty() ? "" : "secret88";
    text.authType = dialect.authentication;
    text.addresses = {address()};
    if (dialect.family == 6 && !has(team, 'F')) // FRR would send from the first link-local address it finds
        text.addresses.insert(text.addresses.begin(), "fe80::1:" + hex(id) + "/64");
    if (ranking == Ranking::NoPreempt)
        text.more += "    nopreempt\n";
    if (dialect.unicast) {
        const auto ours = dialect.family == 4 ? hostAddress(host, 4) : "fd00::" + hex(static_cast<int>(host) + 5);
        text.more += "    unicast_src_ip " + ours + "\n    unicast_peer {\n";
        for (std::size_t other = 0; other < team.size(); ++other) {
            if (other != host)
                text.more +=
                    "        " +
                    (dialect.family == 4 ? hostAddress(other, 4) : "fd00::" + hex(static_cast<int>(other) + 5)) + "\n";
        }
        text.more += "    }\n";
    }
    return text.text();
}

std::string hostAddress(std::size_t host, int family)
{
    const auto number = std::to_string(host + 5);
    return family == 4 ? "10.0.0." + number : "fe80::" + number + ":0";
}

std::vector<Dialect> allDialects()
{
    std::vector<Dialect> all;
    for (const int version : {2, 3}) {
        for (const int family : {4, 6}) {
            for (const bool unicast : {false, true}) {
                for (const char *authentication : {"", "PASS", "AH"})
                    all.push_back({version, family, unicast, authentication});
            }
        }
    }
    return all;
}

std::vector<std::string> allTeams()
{
    return {"TT", "TK", "KT", "TTT", "TKT", "KTK", "TTK", "KKT", "TF", "FT", "TKF", "FTK", "KFT"};
}

std::string whyImpossible(const Dialect &dialect, const std::string &team)
{
    const auto &how = dialect.authentication;
    if (dialect.version == 3 && !how.empty())
        return "version 3 has no authentication (RFC 9568 section 9); auth_type is dropped with a word";
    if (dialect.family == 6 && how == "AH")
        return "AH covers an IPv4 header; keepalived sends none over IPv6 and says so";
    if (dialect.family == 6 && how == "PASS")
        return "an IPv6 advert has no room for a password; two keepaliveds refuse each other over it";
    if (!has(team, 'F'))
        return {};
    if (dialect.unicast)
        return "FRR sends multicast only";
    if (!how.empty())
        return "FRR drops version 2 with authentication";
    if (dialect.version == 2 && dialect.family == 6)
        return "FRR speaks version 2 over IPv4 only, as RFC 3768 does";
    return {};
}

std::vector<Contest> allContests()
{
    std::vector<Contest> all;
    std::map<int, int> used;
    for (const auto &team : allTeams()) {
        for (const auto &dialect : allDialects()) {
            if (!whyImpossible(dialect, team).empty())
                continue;
            for (const auto ranking : {Ranking::Preempt, Ranking::NoPreempt, Ranking::Equal})
                all.push_back({dialect, ranking, team, ++used[dialect.family]});
        }
    }
    if (used[4] > 255 || used[6] > 255)
        throw std::logic_error("more contests than virtual router ids");
    return all;
}

} // namespace twinhelm::lab
