#include "tests/support/vrrp/scenario.h"

#include <cmath>
#include <map>
#include <sstream>
#include <stdexcept>

#include "common/vrrp/sentences.h"
#include "tests/support/vrrp/virtual_network.h"

namespace twinhelm::test
{

namespace
{

using Words = std::vector<std::string>;
using Options = std::multimap<std::string, std::string>;

Words split(const std::string &text, char separator)
{
    Words words;
    std::istringstream in(text);
    for (std::string word; std::getline(in, word, separator);) {
        if (!word.empty())
            words.push_back(word);
    }
    return words;
}

Duration durationOf(const std::string &text)
{
    return Duration(std::llround(std::stod(text) * 1e9));
}

Options optionsOf(const Words &words, std::size_t from)
{
    Options options;
    for (std::size_t i = from; i < words.size(); ++i) {
        const auto equals = words[i].find('=');
        options.emplace(words[i].substr(0, equals), equals == std::string::npos ? "" : words[i].substr(equals + 1));
    }
    return options;
}

IpAddress address(const std::string &text)
{
    return IpAddress::parse(text).value();
}

/// The settings of one router from its options; later `set`s replace options of the same name.
class SettingsMaker
{
public:
    explicit SettingsMaker(const Options &options) : options_(options) {}

    [[nodiscard]] vrrp::NodeSettings make() const
    {
        vrrp::NodeSettings node;
        node.routerId = "node";
        node.startupDelay = durationOf(text("start_delay", "0"));
        std::uint8_t number = 0;
        for (const auto &one : split(text("instances", "VI_1@eth0"), ','))
            node.instances.push_back(instance(one, ++number));
        if (options_.contains("group")) {
            vrrp::SyncGroupSettings group;
            group.name = text("group", "");
            for (const auto &one : node.instances)
                group.members.push_back(one.name);
            node.syncGroups.push_back(group);
        }
        each("script", [&](const Words &parts) {
            vrrp::ScriptSettings script;
            script.name = parts.at(0);
            script.command.argv = {"/usr/local/bin/" + script.name};
            script.fall = parts.size() > 2 ? static_cast<unsigned>(std::stoul(parts[2])) : 1;
            node.scripts.push_back(script);
        });
        return node;
    }

    [[nodiscard]] std::vector<vrrp::InterfaceFacts> interfaces(const std::string &own) const
    {
        std::map<std::string, vrrp::InterfaceFacts> all;
        const auto add = [&](const std::string &name) { all[name] = {name, true, true, 1500, {address(own)}}; };
        for (const auto &one : split(text("instances", "VI_1@eth0"), ','))
            add(split(one, '@').at(1));
        each("track", [&](const Words &parts) { add(parts.at(0)); });
        std::vector<vrrp::InterfaceFacts> list;
        for (auto &[name, facts] : all)
            list.push_back(facts);
        return list;
    }

private:
    [[nodiscard]] std::string text(const std::string &name, const std::string &otherwise) const
    {
        const auto found = options_.find(name);
        return found == options_.end() ? otherwise : found->second;
    }

    template<typename Use>
    void each(const std::string &name, Use use) const
    {
        const auto [begin, end] = options_.equal_range(name);
        for (auto one = begin; one != end; ++one)
            use(split(one->second, ':'));
    }

    [[nodiscard]] vrrp::InstanceSettings instance(const std::string &nameAtInterface, std::uint8_t number) const
    {
        const auto parts = split(nameAtInterface, '@');
        vrrp::InstanceSettings settings;
        settings.name = parts.at(0);
        settings.interface = parts.at(1);
        settings.virtualRouterId = Vrid{static_cast<std::uint8_t>(50 + number)};
        settings.version = text("version", "2") == "3" ? vrrp::Version::V3 : vrrp::Version::V2;
        settings.priority = Priority{static_cast<std::uint8_t>(std::stoi(text("prio", "100")))};
        settings.advertInterval = durationOf(text("interval", "1"));
        settings.startAs = text("state", "BACKUP") == "MASTER" ? vrrp::StartAs::Master : vrrp::StartAs::Backup;
        settings.preempt = !options_.contains("nopreempt");
        settings.preemptDelay = durationOf(text("preempt_delay", "0"));
        if (options_.contains("pass"))
            settings.authentication = {vrrp::AuthType::Pass, Secret(text("pass", ""))};
        if (options_.contains("ah"))
            settings.authentication = {vrrp::AuthType::Ah, Secret(text("ah", ""))};
        vrrp::VirtualAddress vip;
        vip.prefix = Prefix::parse(text("vip", "10.0.0.10" + std::to_string(number - 1) + "/24")).value();
        settings.addresses.push_back(vip);
        if (options_.contains("peer"))
            settings.unicastPeers.push_back(address(text("peer", "")));
        each("script", [&](const Words &script) {
            settings.trackScripts.push_back({script.at(0), script.size() > 1 ? std::stoi(script[1]) : 0, false});
        });
        each("track", [&](const Words &track) {
            settings.trackInterfaces.push_back({track.at(0), track.size() > 1 ? std::stoi(track[1]) : 0, false});
        });
        if (options_.contains("notify"))
            settings.notify.any = vrrp::Command{{"notify.sh"}, {}, {}};
        return settings;
    }

    const Options &options_;
};

class Runner
{
public:
    /// The transcript that follows one command line.
    std::string run(const std::string &line)
    {
        const auto words = split(line, ' ');
        std::string extra;
        try {
            extra = perform(words);
        } catch (const std::exception &error) {
            extra = "cannot do this: " + std::string(error.what()) + "\n";
        }
        return transcript() + extra;
    }

private:
    std::string perform(const Words &words)
    {
        const auto &verb = words.at(0);
        if (verb == "add-router")
            addRouter(words);
        else if (verb == "set")
            reconfigure(words);
        else if (verb == "start")
            network_.tell(words.at(1), vrrp::Startup{});
        else if (verb == "stop")
            network_.tell(words.at(1), vrrp::Shutdown{});
        else if (verb == "kill")
            network_.kill(words.at(1));
        else if (verb == "advance")
            network_.advance(durationOf(words.at(1)));
        else if (verb == "drop" || verb == "heal")
            direction(words);
        else if (verb == "link")
            network_.setLink(words.at(1), words.at(2), words.at(3) == "up");
        else if (verb == "script")
            script(words);
        else if (verb == "handover")
            network_.tell(words.at(1), vrrp::Handover{words.at(2)});
        else if (verb == "release")
            network_.tell(words.at(1), vrrp::Release{words.at(2)});
        else if (verb == "where")
            return where();
        else
            throw std::invalid_argument("unknown command " + verb);
        return {};
    }

    void addRouter(const Words &words)
    {
        const auto &name = words.at(1);
        auto &options = options_[name] = optionsOf(words, 2);
        // lb01 lives at .11, lb02 at .12, unless told otherwise; everybody is started by `start`.
        const auto own = options.find("address");
        const std::string address = own == options.end() ? "10.0.0.1" + name.substr(name.size() - 1) : own->second;
        const SettingsMaker maker(options);
        network_.add(name, maker.make(), maker.interfaces(address));
    }

    void reconfigure(const Words &words)
    {
        auto &options = options_.at(words.at(1));
        for (const auto &[name, value] : optionsOf(words, 2)) {
            options.erase(name);
            options.emplace(name, value);
        }
        network_.tell(words.at(1), vrrp::Reconfigure{SettingsMaker(options).make()});
    }

    void direction(const Words &words)
    {
        const auto arrow = words.at(1).find("->");
        const auto from = words.at(1).substr(0, arrow);
        const auto to = words.at(1).substr(arrow + 2);
        const auto segment = words.size() > 2 ? words[2] : std::string();
        if (words.at(0) == "drop")
            network_.drop(from, to, segment);
        else
            network_.heal(from, to, segment);
    }

    void script(const Words &words)
    {
        auto &result = network_.find(words.at(1))->scripts.at(words.at(2));
        result.exitCode = words.at(3) == "ok" ? 0 : 1;
        result.result = words.at(3) == "ok"     ? vrrp::ScriptResult::Ok
                        : words.at(3) == "fail" ? vrrp::ScriptResult::Failed
                                                : vrrp::ScriptResult::TimedOut;
    }

    std::string where()
    {
        std::string text;
        for (const auto &[name, router] : network_.routers()) {
            for (const auto &one : router.addresses)
                text += one + " is on " + name + "\n";
        }
        return text.empty() ? "nobody holds an address\n" : text;
    }

    std::string transcript()
    {
        const auto deeds = network_.takeDeeds();
        std::string text;
        for (std::size_t i = 0; i < deeds.size();) {
            std::size_t last = i;
            while (last + 1 < deeds.size() && deeds[last + 1].text == deeds[i].text)
                ++last;
            const auto stamp = [](TimePoint at) {
                auto said = vrrp::seconds(at.time_since_epoch());
                return said.substr(0, said.size() - 2);
            };
            text += "[" + stamp(deeds[i].at) + (last > i ? ".." + stamp(deeds[last].at) : "") + "] " + deeds[i].text +
                    (last > i ? " (" + std::to_string(last - i + 1) + " times)" : "") + "\n";
            i = last + 1;
        }
        return text;
    }

    VirtualNetwork network_;
    std::map<std::string, Options> options_;
};

} // namespace

std::string runScenario(const std::string &text)
{
    Runner runner;
    std::istringstream in(text);
    std::string out;
    std::string actual;
    bool inTranscript = false;
    for (std::string line; std::getline(in, line);) {
        if (inTranscript) {
            inTranscript = !line.empty();
            if (inTranscript)
                continue; // what it says is compared by the caller, as part of the whole text
            out += "\n";
        } else if (line == "----") {
            out += line + "\n" + std::exchange(actual, {});
            inTranscript = true;
        } else {
            out += line + "\n";
            if (!line.empty() && line[0] != '#')
                actual += runner.run(line);
        }
    }
    return out;
}

} // namespace twinhelm::test
