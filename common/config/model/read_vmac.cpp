#include <charconv>
#include <cstdio>

#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/word_cursor.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using Mac = std::array<std::uint8_t, 6>;

struct WrittenMac {
    Mac octets{};
    bool endsInVrid = false; ///< the VRID is the sixth
};

std::optional<WrittenMac> readMac(std::string_view text)
{
    Mac mac{};
    std::size_t count = 0;
    while (count < mac.size()) {
        const auto colon = text.find(':');
        const auto octet = text.substr(0, colon);
        const auto [end, error] = std::from_chars(octet.data(), octet.data() + octet.size(), mac[count], 16);
        if (error != std::errc{} || end != octet.data() + octet.size())
            return std::nullopt;
        ++count;
        if (colon == std::string_view::npos) {
            text = {};
            break;
        }
        text.remove_prefix(colon + 1);
    }
    if (!text.empty() || count < mac.size() - 1)
        return std::nullopt;
    return WrittenMac{mac, count == mac.size() - 1};
}

std::string macText(const Mac &mac)
{
    std::array<char, 18> text{};
    std::snprintf(text.data(), text.size(), "%02x:%02x:%02x:%02x:%02x:%02x", mac[0], mac[1], mac[2], mac[3], mac[4],
                  mac[5]);
    return text.data();
}

constexpr ChoiceWords<Ipvlan::Mode, 3> modes{{{names::bridge, Ipvlan::Mode::Bridge},
                                              {names::privateWord, Ipvlan::Mode::Private},
                                              {names::vepa, Ipvlan::Mode::Vepa}}};

} // namespace

void readVmac(VrrpInstance &instance, const Statement &statement)
{
    takeFlag(instance.useVmac, statement);
    WordCursor words(statement.words.subspan(1));
    while (!words.atEnd()) {
        auto &vmac = instance.vmac.edit();
        if (words.skip(names::netlinkNotifyMsg))
            vmac.netlinkNotify.set(true, words.last());
        else if (words.skip(names::group))
            words.take(vmac.group);
        else if (const auto mac = readMac(words.text())) {
            vmac.address.set(mac->octets, words.word().range);
            vmac.endsInVrid = mac->endsInVrid;
            words.advance();
        } else {
            words.skip(names::name);
            words.take(vmac.name);
        }
    }
}

void showVmac(const VrrpInstance &instance, std::string_view keyword, Outline &out)
{
    if (!*instance.useVmac)
        return;
    showFlag(out, keyword, true);
    auto &terms = out.back().terms;
    const auto &vmac = *instance.vmac;
    if (vmac.name.given)
        terms.push_back(keyed(names::name, term(*vmac.name)));
    if (vmac.address.given)
        terms.push_back(keyed("address", term(macText(*vmac.address))));
    if (*vmac.netlinkNotify)
        terms.push_back(flagTerm(names::netlinkNotifyMsg));
    if (vmac.group.given)
        terms.push_back(named(names::group, term(*vmac.group)));
}

void readIpvlan(VrrpInstance &instance, const Statement &statement)
{
    takeFlag(instance.useIpvlan, statement);
    WordCursor words(statement.words.subspan(1));
    while (!words.atEnd()) {
        auto &ipvlan = instance.ipvlan.edit();
        bool done = false;
        for (const auto &[word, mode] : modes) {
            if (words.skip(word)) {
                ipvlan.mode.set(mode, words.last());
                done = true;
            }
        }
        if (done)
            continue;
        if (words.skip(names::group)) {
            words.take(ipvlan.group);
        } else if (readPrefix(words.text())) {
            words.take(ipvlan.address);
        } else {
            words.skip(names::name);
            words.take(ipvlan.name);
        }
    }
}

void showIpvlan(const VrrpInstance &instance, std::string_view keyword, Outline &out)
{
    if (!*instance.useIpvlan)
        return;
    showFlag(out, keyword, true);
    auto &terms = out.back().terms;
    const auto &ipvlan = *instance.ipvlan;
    if (ipvlan.mode.given)
        terms.push_back(flagTerm(wordFor(modes, *ipvlan.mode)));
    if (ipvlan.group.given)
        terms.push_back(named(names::group, term(*ipvlan.group)));
    if (ipvlan.name.given)
        terms.push_back(keyed(names::name, term(*ipvlan.name)));
    if (ipvlan.address.given)
        terms.push_back(keyed("address", term(*ipvlan.address)));
}

} // namespace twinhelm::config::model
