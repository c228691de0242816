#include "common/simulate/command.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

#include "common/simulate/duration_text.h"

namespace twinhelm::simulate
{

namespace
{

using Words = std::vector<std::string>;

constexpr auto code = "A0494";
constexpr auto verbs = "start, stop, crash, reload, script, link, partition, heal, loss, delay, handover, release";

Words wordsOf(std::string_view text)
{
    std::istringstream in{std::string(text)};
    Words words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

std::string listOf(std::vector<std::string> names)
{
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string out;
    for (const auto &name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out.empty() ? "none" : out;
}

template<typename Range>
Words namesOf(const Range &range)
{
    Words out;
    for (const auto &one : range)
        out.push_back(one.name);
    return out;
}

/// Reads one command's words against the names that exist.
class Reader
{
public:
    Reader(std::string_view text, const Names &names) : text_(text), words_(wordsOf(text)), names_(names) {}

    Result<Command> read()
    {
        if (words_.empty())
            return fail(code, "An empty step.", std::string("Write one of: ") + verbs + '.');
        const auto &verb = words_.front();
        if (verb == "start" || verb == "stop" || verb == "crash")
            return lifecycle();
        if (verb == "reload")
            return reload();
        if (verb == "script")
            return script();
        if (verb == "link")
            return link();
        if (verb == "partition" || verb == "heal")
            return partition();
        if (verb == "loss")
            return loss();
        if (verb == "delay")
            return delay();
        if (verb == "handover" || verb == "release")
            return instance();
        return fail(code, "\"" + verb + "\" is not a step that can be simulated.",
                    std::string("There are: ") + verbs + '.');
    }

private:
    using Act = std::function<void(Network &)>;

    [[nodiscard]] Command command(const std::string &node, Act act) const
    {
        return {words_.front(), node, text_, std::move(act)};
    }

    [[nodiscard]] tl::unexpected<Error> usage(const std::string &form) const
    {
        return fail(code, "\"" + text_ + "\" is not whole.", "Write: " + form);
    }

    [[nodiscard]] Result<const NodeInput *> node(const std::string &id) const
    {
        const auto found = std::ranges::find(names_.nodes, id, &NodeInput::id);
        if (found != names_.nodes.end())
            return &*found;
        Words ids;
        for (const auto &one : names_.nodes)
            ids.push_back(one.id);
        return fail(code, "There is no node " + id + ".", "The nodes are: " + listOf(ids) + '.');
    }

    /// A name that must be among `known`.
    static Result<void> among(const std::string &kind, const std::string &name, const std::string &node, Words known)
    {
        if (std::ranges::find(known, name) != known.end())
            return {};
        return fail(code, node + " has no " + kind + ' ' + name + '.', "It has: " + listOf(std::move(known)) + '.');
    }

    Result<Command> lifecycle() const
    {
        if (words_.size() != 2)
            return usage(words_.front() + " NODE");
        const auto id = words_[1];
        if (const auto known = node(id); !known)
            return tl::unexpected(known.error());
        if (words_.front() == "start")
            return command(id, [id](Network &network) { network.start(id); });
        if (words_.front() == "stop")
            return command(id, [id](Network &network) { network.stop(id); });
        return command(id, [id](Network &network) { network.crash(id); });
    }

    Result<Command> reload() const
    {
        if (words_.size() != 3)
            return usage("reload NODE FILE");
        const auto id = words_[1];
        if (const auto known = node(id); !known)
            return tl::unexpected(known.error());
        if (!names_.readSettings)
            return fail(code, "Another configuration cannot be read here.", "Leave the reload out.");
        auto settings = names_.readSettings(words_[2], id);
        if (!settings)
            return tl::unexpected(settings.error());
        return command(id, [id, settings = std::move(*settings)](Network &network) { network.reload(id, settings); });
    }

    Result<Command> script() const
    {
        if (words_.size() != 4)
            return usage("script NODE NAME ok|fail|timeout");
        const auto id = words_[1];
        const auto known = node(id);
        if (!known)
            return tl::unexpected(known.error());
        if (const auto there = among("script", words_[2], id, namesOf((*known)->settings.scripts)); !there)
            return tl::unexpected(there.error());
        std::optional<vrrp::ScriptResult> result;
        if (words_[3] == "ok")
            result = vrrp::ScriptResult::Ok;
        else if (words_[3] == "fail")
            result = vrrp::ScriptResult::Failed;
        else if (words_[3] == "timeout")
            result = vrrp::ScriptResult::TimedOut;
        if (!result)
            return usage("script NODE NAME ok|fail|timeout");
        return command(
            id, [id, name = words_[2], result = *result](Network &network) { network.setScript(id, name, result); });
    }

    Result<Command> link() const
    {
        if (words_.size() != 4 || (words_[3] != "up" && words_[3] != "down"))
            return usage("link NODE INTERFACE up|down");
        const auto id = words_[1];
        const auto known = node(id);
        if (!known)
            return tl::unexpected(known.error());
        const auto interfaces = interfacesOf((*known)->settings);
        const auto there = among("interface", words_[2], id, Words(interfaces.begin(), interfaces.end()));
        if (!there)
            return tl::unexpected(there.error());
        return command(
            id, [id, name = words_[2], up = words_[3] == "up"](Network &network) { network.setLink(id, name, up); });
    }

    /// "A->B" is one way, "A B" are both; at word `from`.
    [[nodiscard]] Result<std::vector<Links::Way>> ways(std::size_t from) const
    {
        std::vector<Links::Way> out;
        if (const auto arrow = words_[from].find("->"); arrow != std::string::npos && words_.size() == from + 1)
            out = {{words_[from].substr(0, arrow), words_[from].substr(arrow + 2)}};
        else if (words_.size() == from + 2)
            out = {{words_[from], words_[from + 1]}, {words_[from + 1], words_[from]}};
        else
            return usage(words_.front() + " ... A B (both ways) or A->B (one way)");
        for (const auto &id : {out.front().first, out.front().second}) {
            if (const auto known = node(id); !known)
                return tl::unexpected(known.error());
        }
        return out;
    }

    Result<Command> partition() const
    {
        const bool cut = words_.front() == "partition";
        if (!cut && words_.size() == 1)
            return command({}, [](Network &network) { network.links().healAll(); });
        if (words_.size() < 2)
            return usage("partition A B (both ways) or partition A->B (one way)");
        const auto between = ways(1);
        if (!between)
            return tl::unexpected(between.error());
        return command({}, [cut, between = *between](Network &network) {
            for (const auto &[from, to] : between)
                cut ? network.links().cut(from, to) : network.links().heal(from, to);
        });
    }

    Result<Command> loss() const
    {
        const auto form = "loss PERCENT% [A->B | A B], for example: loss 20% lb1->lb2";
        if (words_.size() < 2)
            return usage(form);
        double percent = 0;
        const auto *const begin = words_[1].data();
        const auto [end, error] = std::from_chars(begin, begin + words_[1].size(), percent, std::chars_format::fixed);
        if (error != std::errc() || std::string_view(end) != "%" || percent < 0 || percent > 100)
            return usage(form);
        const double ratio = percent / 100;
        if (words_.size() == 2)
            return command({}, [ratio](Network &network) { network.links().setLoss(ratio); });
        const auto between = ways(2);
        if (!between)
            return tl::unexpected(between.error());
        return command({}, [ratio, between = *between](Network &network) {
            for (const auto &way : between)
                network.links().setLoss(way, ratio);
        });
    }

    Result<Command> delay() const
    {
        const auto wanted = words_.size() > 1 ? parseDuration(words_[1]) : std::nullopt;
        if (!wanted)
            return usage("delay DURATION [A->B | A B], for example: delay 30ms");
        if (words_.size() == 2)
            return command({}, [wanted](Network &network) { network.links().setDelay(*wanted); });
        const auto between = ways(2);
        if (!between)
            return tl::unexpected(between.error());
        return command({}, [wanted, between = *between](Network &network) {
            for (const auto &way : between)
                network.links().setDelay(way, *wanted);
        });
    }

    Result<Command> instance() const
    {
        if (words_.size() != 3)
            return usage(words_.front() + " NODE INSTANCE");
        const auto id = words_[1];
        const auto known = node(id);
        if (!known)
            return tl::unexpected(known.error());
        if (const auto there = among("instance", words_[2], id, namesOf((*known)->settings.instances)); !there)
            return tl::unexpected(there.error());
        return command(id, [id, name = words_[2], away = words_.front() == "handover"](Network &network) {
            away ? network.handOver(id, name) : network.release(id, name);
        });
    }

    std::string text_;
    Words words_;
    const Names &names_;
};

} // namespace

Result<Command> parseCommand(std::string_view text, const Names &names)
{
    return Reader(text, names).read();
}

} // namespace twinhelm::simulate
