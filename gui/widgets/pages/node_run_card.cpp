#include "gui/widgets/pages/node_run_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "gui/widgets/shared/badge.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

QIcon stateIcon(const std::optional<StepState> &state)
{
    if (!state)
        return icon(QStringLiteral("waiting"), IconTint::Secondary);
    switch (*state) {
    case StepState::Running: return icon(QStringLiteral("running"), IconTint::Accent);
    case StepState::Undoing: return icon(QStringLiteral("undo"), IconTint::Warning);
    case StepState::Done: return icon(QStringLiteral("check"), IconTint::Ok);
    case StepState::Skipped: return icon(QStringLiteral("skip"), IconTint::Secondary);
    case StepState::Failed: return icon(QStringLiteral("error"), IconTint::Error);
    }
    return {};
}

QString stepName(DeployStep step)
{
    switch (step) {
    case DeployStep::Connect: return NodeRunCard::tr("Connect");
    case DeployStep::Inspect: return NodeRunCard::tr("Inspect");
    case DeployStep::Upload: return NodeRunCard::tr("Upload");
    case DeployStep::Validate: return NodeRunCard::tr("Validate");
    case DeployStep::BackUp: return NodeRunCard::tr("Keep the old file");
    case DeployStep::Activate: return NodeRunCard::tr("Swap");
    case DeployStep::Reload: return NodeRunCard::tr("Reload");
    case DeployStep::Verify: return NodeRunCard::tr("Verify");
    }
    return {};
}

QString stateWord(const std::optional<StepState> &state)
{
    if (!state)
        return NodeRunCard::tr("not begun");
    switch (*state) {
    case StepState::Running: return NodeRunCard::tr("running");
    case StepState::Undoing: return NodeRunCard::tr("being undone");
    case StepState::Done: return NodeRunCard::tr("done");
    case StepState::Skipped: return NodeRunCard::tr("skipped");
    case StepState::Failed: return NodeRunCard::tr("failed");
    }
    return {};
}

void showOutcome(Badge &badge, const std::optional<NodeOutcome> &outcome)
{
    if (!outcome) {
        badge.setBadge(ColourRole::Neutral, {});
        return;
    }
    badge.setToolTip(outcome->text);
    switch (outcome->inForce) {
    case InForce::Untouched: badge.setBadge(ColourRole::Neutral, NodeRunCard::tr("not touched")); break;
    case InForce::New: badge.setBadge(ColourRole::Good, NodeRunCard::tr("in force")); break;
    case InForce::OldRestored: badge.setBadge(ColourRole::Attention, NodeRunCard::tr("old restored")); break;
    case InForce::Unknown: badge.setBadge(ColourRole::Danger, NodeRunCard::tr("not known")); break;
    }
}

} // namespace

NodeRunCard::NodeRunCard(const NodeRun &run, int place, QWidget *parent)
    : QFrame(parent), node_(run.node), outcome_(new Badge)
{
    setProperty("role", QLatin1String("card"));
    outcome_->setObjectName(QStringLiteral("outcome.") + node_);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::unit);
    head->addWidget(parts::section(tr("%1. %2").arg(place).arg(node_)));
    head->addStretch();
    head->addWidget(outcome_);
    auto *column = parts::column(this, metrics::gap, metrics::half);
    column->addLayout(head);
    column->addSpacing(metrics::half);
    for (const StepRow &row : run.steps) {
        StepLine line{new QToolButton, parts::secondary(QString())};
        line.button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        line.button->setIconSize({metrics::icon + metrics::half, metrics::icon});
        line.button->setObjectName(QStringLiteral("step.%1.%2").arg(node_).arg(static_cast<int>(row.step)));
        line.button->setFocusPolicy(Qt::TabFocus);
        line.text->setContentsMargins(metrics::icon + 2 * metrics::unit, 0, 0, metrics::half);
        column->addWidget(line.button);
        column->addWidget(line.text);
        lines_.append(line);
        const int step = static_cast<int>(row.step);
        connect(line.button, &QToolButton::clicked, this, [this, step] { emit stepChosen(node_, step); });
    }
    column->addStretch();
    showRun(run);
}

void NodeRunCard::showRun(const NodeRun &run)
{
    for (qsizetype i = 0; i < lines_.size() && i < run.steps.size(); ++i) {
        const StepRow &row = run.steps[i];
        lines_[i].button->setText(stepName(row.step));
        lines_[i].button->setIcon(stateIcon(row.state));
        lines_[i].button->setToolTip(row.title + (row.command.isEmpty() ? QString() : QLatin1Char('\n') + row.command));
        lines_[i].button->setAccessibleName(tr("%1: %2").arg(row.title, stateWord(row.state)));
        lines_[i].text->setText(row.text);
        // A step that went as expected needs no sentence.
        const bool telling =
            row.state && *row.state != StepState::Done && *row.state != StepState::Skipped && !row.text.isEmpty();
        lines_[i].text->setVisible(telling);
        const bool failed = row.state == StepState::Failed;
        parts::setStyleProperty(lines_[i].text, "role", QLatin1String(failed ? "problem" : "secondary"));
    }
    showOutcome(*outcome_, run.outcome);
}

} // namespace twinhelm::desk
