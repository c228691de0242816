#include "common/config/model/blocks.h"
#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

constexpr ChoiceWords<AuthHmac::AntiReplay, 2> antiReplays{
    {{names::time, AuthHmac::AntiReplay::Time}, {names::monotonic, AuthHmac::AntiReplay::Monotonic}}};
constexpr ChoiceWords<AuthHmac::Mode, 3> modes{{{names::enforce, AuthHmac::Mode::Enforce},
                                                {names::permissive, AuthHmac::Mode::Permissive},
                                                {names::receiveOnly, AuthHmac::Mode::ReceiveOnly}}};

void readKey(AuthHmac &hmac, const Statement &statement)
{
    const auto *id = statement.argument();
    const auto *text = statement.argument(2);
    const auto number = id ? readInteger(id->text) : std::nullopt;
    if (!number || *number < 1 || *number > 255 || !text)
        return;
    auto &key = hmac.keys.emplace_back();
    key.id.set(static_cast<unsigned>(*number), id->range);
    key.text.set(Secret(std::string(text->text)), text->range);
}

void showKeys(const AuthHmac &hmac, std::string_view name, Outline &out)
{
    for (const auto &key : hmac.keys) {
        show(out, name, {keyed(names::id, term(*key.id)), keyed(names::key, term(*key.text))});
        out.back().many = true;
    }
}

} // namespace

const FieldTable<AuthHmac> &authHmacFields()
{
    using S = AuthHmac;
    static const FieldTable<S> table("vrrp_instance/auth_hmac",
                                     {
                                         {names::key, readKey, showKeys},
                                         inherited<&S::activeKey>(names::activeKey),
                                         inherited<&S::timeWindow>(names::timeWindow),
                                         choice<antiReplays, &S::antiReplay>(names::antiReplay),
                                         choice<modes, &S::mode>(names::mode),
                                     });
    return table;
}

} // namespace twinhelm::config::model
