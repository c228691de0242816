#include "common/config/validate/rules/rules.h"

// A rule has one action and should have a preference, or the kernel's order decides (language.md section 2).
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    const auto checkRule = [&](const model::RoutingRule &rule) {
        if (!rule.action.given) {
            report(diagnostics, k0250RuleIncomplete, Severity::Error, rule.range,
                   "The rule has no action (table, goto, nop, blackhole, unreachable, prohibit, l3mdev); it is "
                   "ignored.");
        } else if (!rule.preference.given) {
            report(diagnostics, k0250RuleIncomplete, Severity::Warning, rule.range,
                   "The rule has no preference; keepalived picks one, which may put it before or behind others.");
        }
    };
    for (const auto &rule : config.staticRules)
        checkRule(rule);
    for (const auto &instance : config.instances) {
        for (const auto &rule : instance.rules)
            checkRule(rule);
    }
}

} // namespace

const Rule k0250RuleIncomplete{
    {"K0250", "Routing rule without action or preference",
     "Without an action nothing is installed. Without a preference the order of rules is left to chance.",
     "Add table, and preference with a number below 32766.",
     "    virtual_rules {\n"
     "        from 192.168.9.0/24 table 100\n"
     "#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
     "    }\n",
     "    virtual_rules {\n"
     "        from 192.168.9.0/24 table 100 preference 100\n"
     "    }\n",
     Place::Instance},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
