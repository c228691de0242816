#include "common/health/words.h"

#include <array>
#include <cstdio>

#include "common/health/names.h"

namespace twinhelm::health
{

std::string toString(const Endpoint &endpoint)
{
    return addressAndPort(endpoint.address, endpoint.port);
}

std::string toString(const std::vector<Codes> &codes)
{
    std::string out;
    for (const auto &one : codes) {
        out += (out.empty() ? "" : " or ") + std::to_string(one.first);
        if (one.last != one.first)
            out += '-' + std::to_string(one.last);
    }
    return out;
}

std::string lasting(Duration time)
{
    const double milliseconds = std::chrono::duration<double, std::milli>(time).count();
    std::array<char, 32> text{};
    if (milliseconds < 10)
        (void)std::snprintf(text.data(), text.size(), "%.1f ms", milliseconds);
    else if (milliseconds < 1000)
        (void)std::snprintf(text.data(), text.size(), "%.0f ms", milliseconds);
    else
        (void)std::snprintf(text.data(), text.size(), "%.1f s", milliseconds / 1000);
    return text.data();
}

std::string after(Duration took)
{
    return "after " + lasting(took);
}

std::string shown(std::string_view text, std::size_t most)
{
    std::string out;
    for (const char c : text.substr(0, most)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    if (text.size() > most)
        out += "...";
    return out;
}

} // namespace twinhelm::health
