#include "agent/ctl/plan_view.h"

#include <vector>

#include "agent/ctl/text.h"
#include "agent/process/check_report.h"
#include "common/base/joined.h"
#include "common/vrrp/sentences.h"

namespace twinhelm::ctl
{

namespace
{

class Page
{
public:
    void line(const std::string &text) { text_ += printable(text) + '\n'; }

    void changes(const std::string &what, const wire::ChangesState &changes)
    {
        for (const auto &one : changes.added)
            line("    + " + what + one);
        for (const auto &one : changes.removed)
            line("    - " + what + one);
    }

    void instance(const wire::InstancePlanState &plan)
    {
        line(plan.effect + "  " + plan.name + " (" + plan.state + "): " + plan.text);
        if (!plan.settings.empty())
            line("    " + joined(plan.settings, ", "));
        changes("", plan.addresses);
        changes("route ", plan.routes);
        changes("rule ", plan.rules);
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    std::string text_;
};

bool any(const wire::ChangesState &changes)
{
    return !changes.added.empty() || !changes.removed.empty();
}

} // namespace

std::string planText(const wire::PlanReport &report)
{
    Page page;
    for (const auto &finding : report.diagnostics)
        page.line(agent::renderFinding(finding));
    if (!report.ok) {
        page.line("a reload would refuse this file; revision " + vrrp::shortRevision(report.running) +
                  " would stay in force");
        return page.take();
    }
    std::vector<std::string> untouched;
    for (const auto &one : report.instances) {
        if (one.effect == "unchanged")
            untouched.push_back(one.name);
        else
            page.instance(one);
    }
    if (any(report.statics) || any(report.groups) || any(report.scripts) || any(report.services))
        page.line("besides:");
    page.changes("static ", report.statics);
    page.changes("sync group ", report.groups);
    page.changes("script ", report.scripts);
    page.changes("service ", report.services);
    if (!untouched.empty())
        page.line("unchanged: " + joined(untouched, ", "));
    page.line("revision " + vrrp::shortRevision(report.running) + " -> " + vrrp::shortRevision(report.candidate) +
              "; this was a rehearsal, nothing has changed");
    return page.take();
}

} // namespace twinhelm::ctl
