#include "agent/linux/routing_names.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <netdb.h>

namespace twinhelm::agent
{

namespace
{

const char *fileName(config::RoutingNames file)
{
    switch (file) {
    case config::RoutingNames::Tables: return "rt_tables";
    case config::RoutingNames::Protocols: return "rt_protos";
    case config::RoutingNames::Scopes: return "rt_scopes";
    case config::RoutingNames::TypesOfService: return "rt_dsfield";
    case config::RoutingNames::Realms: return "rt_realms";
    case config::RoutingNames::Groups: return "group";
    case config::RoutingNames::IpProtocols: break;
    }
    return "";
}

std::optional<std::uint32_t> numberOf(std::string_view word)
{
    const int base = word.starts_with("0x") ? 16 : 10;
    if (base == 16)
        word.remove_prefix(2);
    std::uint32_t out = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), out, base);
    return error == std::errc() && end == word.data() + word.size() ? std::optional(out) : std::nullopt;
}

std::optional<std::uint32_t> numberInFile(const std::filesystem::path &path, const std::string &name)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return numberIn(text.str(), name);
}

} // namespace

std::optional<std::uint32_t> numberIn(const std::string &text, const std::string &name)
{
    std::istringstream lines(text);
    std::string line;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string number;
        std::string word;
        if (words >> number >> word && !number.starts_with('#') && word == name)
            return numberOf(number);
    }
    return std::nullopt;
}

std::optional<std::uint32_t> routingNumber(config::RoutingNames file, const std::string &name)
{
    if (file == config::RoutingNames::IpProtocols) {
        const auto *protocol = ::getprotobyname(name.c_str());
        return protocol == nullptr ? std::nullopt : std::optional(static_cast<std::uint32_t>(protocol->p_proto));
    }
    for (const std::filesystem::path folder : {"/etc/iproute2", "/usr/share/iproute2"}) {
        const auto path = folder / fileName(file);
        if (auto number = numberInFile(path, name))
            return number;
        std::error_code none;
        for (const auto &entry : std::filesystem::directory_iterator(path.string() + ".d", none)) {
            if (auto number = numberInFile(entry.path(), name))
                return number;
        }
    }
    return std::nullopt;
}

} // namespace twinhelm::agent
