#include "common/config/import/import_text.h"

#include <array>
#include <utility>

#include "common/config/model/read_value.h"

namespace twinhelm::config::import
{

std::vector<Piece> splitLines(std::string_view text)
{
    std::vector<Piece> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, end - at);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        out.push_back({line, {0, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + line.size())}});
        at = end + 1;
    }
    return out;
}

Piece part(const Piece &piece, std::size_t begin, std::size_t end)
{
    end = std::min(end, piece.text.size());
    begin = std::min(begin, end);
    return {piece.text.substr(begin, end - begin),
            {piece.range.file, piece.range.begin + static_cast<std::uint32_t>(begin),
             piece.range.begin + static_cast<std::uint32_t>(end)}};
}

Piece trimmed(Piece piece)
{
    const auto first = std::min(piece.text.find_first_not_of(" \t"), piece.text.size());
    const auto last = piece.text.find_last_not_of(" \t");
    return part(piece, first, last == std::string_view::npos ? first : last + 1);
}

std::vector<Piece> splitAtBlanks(const Piece &line)
{
    std::vector<Piece> out;
    std::size_t at = 0;
    while (true) {
        at = line.text.find_first_not_of(" \t", at);
        if (at == std::string_view::npos)
            return out;
        const char first = line.text[at];
        if (first == '"' || first == '\'') {
            const auto end = std::min(line.text.find(first, at + 1), line.text.size());
            out.push_back(part(line, at + 1, end));
            at = end + 1;
        } else {
            const auto end = std::min(line.text.find_first_of(" \t", at), line.text.size());
            out.push_back(part(line, at, end));
            at = end;
        }
        if (at >= line.text.size())
            return out;
    }
}

std::optional<std::uint16_t> readPort(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::uint16_t>, 18> services{{{"ftp", 21},
                                                                                          {"ssh", 22},
                                                                                          {"smtp", 25},
                                                                                          {"domain", 53},
                                                                                          {"http", 80},
                                                                                          {"www", 80},
                                                                                          {"pop3", 110},
                                                                                          {"nntp", 119},
                                                                                          {"imap", 143},
                                                                                          {"imap2", 143},
                                                                                          {"ldap", 389},
                                                                                          {"https", 443},
                                                                                          {"ldaps", 636},
                                                                                          {"imaps", 993},
                                                                                          {"pop3s", 995},
                                                                                          {"mysql", 3306},
                                                                                          {"postgresql", 5432},
                                                                                          {"sip", 5060}}};
    for (const auto &[name, port] : services) {
        if (text == name)
            return port;
    }
    const auto number = model::readUnsigned(text);
    return number && *number <= 0xffff ? std::optional(static_cast<std::uint16_t>(*number)) : std::nullopt;
}

std::optional<Endpoint> readEndpoint(std::string_view text)
{
    std::string_view address = text;
    std::string_view port;
    if (text.starts_with('[')) {
        const auto close = text.find(']');
        if (close == std::string_view::npos)
            return std::nullopt;
        address = text.substr(1, close - 1);
        port = text.substr(close + 1);
        if (!port.empty() && !port.starts_with(':'))
            return std::nullopt;
    } else if (const auto colon = text.find(':'); colon != std::string_view::npos && colon == text.rfind(':')) {
        address = text.substr(0, colon);
        port = text.substr(colon);
    }
    const auto parsed = IpAddress::parse(address);
    if (!parsed)
        return std::nullopt;
    Endpoint out{*parsed, std::nullopt};
    if (!port.empty()) {
        out.port = readPort(port.substr(1));
        if (!out.port)
            return std::nullopt;
    }
    return out;
}

void report(ImportResult &result, std::string_view code, Severity severity, SourceRange range, std::string message)
{
    result.diagnostics.push_back({std::string(code), severity, range, std::move(message), {}, {}, {}});
}

} // namespace twinhelm::config::import
