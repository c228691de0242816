#include <algorithm>

#include "common/config/model/read_value.h"
#include "common/config/schema/choice.h"
#include "common/config/schema/grammar.h"
#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/validate/check_argument.h"
#include "common/config/validate/check_entries.h"
#include "common/config/validate/check_entry_option.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

namespace names = schema::names;
namespace grammar = schema::grammar;

namespace
{

/// A route is words around one destination, with two grammars inside it: encap and nexthop.
class RouteWalk
{
public:
    RouteWalk(const schema::Block &entry, Words words, Diagnostics &diagnostics)
        : entry_(entry), words_(words), diagnostics_(diagnostics)
    {
    }

    void run()
    {
        for (std::size_t at = 0; at < words_.size();) {
            const auto text = words_[at].text;
            if (hops_ && text != names::nexthop)
                return behindHops(at);
            if (text == names::encap)
                at = encapsulation(at + 1);
            else if (text == names::nexthop)
                hops_ = true, at = nextHop(at + 1);
            else if (text == names::to || isType(text))
                ++at;
            else if (const auto *option = schema::find(entry_, text))
                at = checkEntryOption(*option, words_, at, diagnostics_);
            else if (!destination_ && model::readPrefix(text))
                destination_ = true, ++at;
            else
                return unknown(at);
        }
    }

private:
    static bool isType(std::string_view word)
    {
        return std::find(names::routeTypes.begin(), names::routeTypes.end(), word) != names::routeTypes.end();
    }

    void unknown(std::size_t at)
    {
        const auto word = words_[at].text;
        const auto *what = word.starts_with('$') ? " is not defined above; keepalived takes the name itself for a word."
                           : destination_        ? " is no option of a route."
                                                 : " is neither a destination nor an option of a route.";
        diagnostics_.push_back(finding(codes::badEntry, words_[at].range, quoted(word) + what));
    }

    void behindHops(std::size_t at)
    {
        diagnostics_.push_back(finding(codes::badEntry, words_[at].range,
                                       quoted(words_[at].text) +
                                           " stands behind the hops, where keepalived reads no more options of the "
                                           "route; put it before the first nexthop."));
    }

    /// Options out of `options` as long as there are any.
    std::size_t options(std::span<const schema::Argument> options, std::size_t at)
    {
        while (at < words_.size()) {
            const auto found = std::find_if(options.begin(), options.end(), [&](const auto &one) {
                return !one.word.empty() && one.word == words_[at].text;
            });
            if (found == options.end())
                return at;
            ++at;
            if (found->word == names::encap) {
                at = encapsulation(at);
                continue;
            }
            while (at + 1 < words_.size() && schema::isChoice("inet|inet6", words_[at].text))
                ++at;
            if (found->kind == schema::Kind::Flag)
                continue;
            if (at == words_.size()) {
                diagnostics_.push_back(
                    finding(codes::missingValue, words_[at - 1].range, std::string(found->word) + " needs a value."));
                return at;
            }
            checkArgument(Expected::of(*found), words_[at++], diagnostics_);
        }
        return at;
    }

    std::size_t encapsulation(std::size_t at)
    {
        if (at == words_.size()) {
            diagnostics_.push_back(
                finding(codes::missingValue, words_.back().range, "encap needs a type: ip, ip6, mpls or ila."));
            return at;
        }
        const auto &type = words_[at++];
        checkArgument(Expected::of(grammar::encapsulation[0]), type, diagnostics_);
        // mpls and ila take one word and no options.
        const bool labelled = !schema::isChoice("ip|ip6", type.text);
        return labelled ? std::min(at + 1, words_.size()) : options(grammar::encapsulation, at);
    }

    std::size_t nextHop(std::size_t at) { return options(grammar::nexthop, at); }

    const schema::Block &entry_;
    Words words_;
    Diagnostics &diagnostics_;
    bool destination_ = false;
    bool hops_ = false;
};

} // namespace

void checkRouteEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics)
{
    RouteWalk(entry, words, diagnostics).run();
}

} // namespace twinhelm::config
