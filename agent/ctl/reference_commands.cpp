#include "agent/ctl/reference_commands.h"

#include <algorithm>

#include "agent/ctl/exit_code.h"
#include "common/config/schema/keyword_page.h"
#include "common/config/schema/schema.h"
#include "common/config/schema/spelling.h"
#include "common/config/validate/catalogue.h"

namespace twinhelm::ctl
{

namespace
{

std::string indented(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        out += "    " + std::string(text.substr(at, end - at)) + '\n';
        at = end + 1;
    }
    return out;
}

std::string upperCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return text;
}

} // namespace

int explain(const std::string &code, const Streams &io)
{
    const auto *const entry = config::explain(upperCase(code));
    if (!entry) {
        return io.complain(
            {"A0496", "There is no finding " + code + '.', "Codes look like K0102; docs/messages.md lists them."},
            exit_code::refused);
    }
    io.out << entry->code << ": " << entry->title << "\n\n"
           << entry->explanation << "\n\nMend: " << entry->mend << '\n';
    if (!entry->bad.empty())
        io.out << "\nGets it:\n\n" << indented(entry->bad);
    if (!entry->good.empty())
        io.out << "\nBetter:\n\n" << indented(entry->good);
    return exit_code::ok;
}

int keyword(const std::string &name, const Streams &io)
{
    const auto found = config::schema::places(name);
    if (!found.empty()) {
        bool first = true;
        for (const auto &place : found) {
            io.out << (first ? "" : "\n")
                   << config::schema::keywordPage(*place.block, *place.keyword, config::schema::PageFormat::Plain);
            first = false;
        }
        return exit_code::ok;
    }
    const auto slash = name.rfind('/');
    const auto word = slash == std::string::npos ? name : name.substr(slash + 1);
    const auto *block = config::schema::findBlock(slash == std::string::npos ? "" : name.substr(0, slash));
    const auto guess = config::schema::suggest(block ? *block : config::schema::blocks().front(), word);
    std::string meant;
    if (guess.keyword)
        meant = "Did you mean " + std::string(guess.block->path) + (guess.block->path.empty() ? "" : "/") +
                std::string(guess.keyword->name) + "?";
    return io.complain(
        {"A0496", "There is no keyword " + name + '.',
         meant.empty() ? "Write it as in the file, if need be with its block: vrrp_instance/priority." : meant},
        exit_code::refused);
}

} // namespace twinhelm::ctl
