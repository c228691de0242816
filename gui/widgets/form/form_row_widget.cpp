#include "gui/widgets/form/form_row_widget.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "gui/widgets/form/field_editor.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

QStringList nodesOf(const FormRow &row)
{
    QStringList nodes;
    for (const FieldValue &value : row.values)
        nodes.append(value.node);
    return nodes;
}

QString problemOf(const FormRow &row)
{
    for (const FieldValue &value : row.values) {
        if (!value.problem.isEmpty())
            return row.shared ? value.problem : QStringLiteral("%1: %2").arg(value.node, value.problem);
    }
    return row.problem;
}

} // namespace

FormRowWidget::FormRowWidget(const FormRow &row, QWidget *parent)
    : QWidget(parent), key_(row.key), label_(new QLabel), editorsRow_(new QHBoxLayout), problem_(parts::body(QString()))
{
    splitOrJoin_ = parts::iconButton(QStringLiteral("split"), QString(), "");
    reset_ = parts::iconButton(QStringLiteral("reset"), tr("Remove it, so that the default holds"), "");
    reset_->setObjectName(QStringLiteral("reset.") + key_);
    label_->setText(row.unit.isEmpty() ? row.label : tr("%1 (%2)").arg(row.label, row.unit));
    label_->setWordWrap(true);
    label_->setMinimumWidth(1);
    label_->setToolTip(fieldHelp(row));
    problem_->setProperty("role", QLatin1String("problem"));

    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::half);
    head->addWidget(label_, 1);
    head->addWidget(splitOrJoin_);
    head->addWidget(reset_);
    editorsRow_->setSpacing(metrics::unit);
    auto *column = parts::column(this, 0, metrics::half);
    column->addLayout(head);
    column->addLayout(editorsRow_);
    column->addWidget(problem_);

    connect(reset_, &QToolButton::clicked, this, [this] { emit clearWanted(key_); });
    connect(splitOrJoin_, &QToolButton::clicked, this,
            [this] { shared_ ? emit splitWanted(key_) : emit joinWanted(key_); });
    showRow(row);
}

void FormRowWidget::showRow(const FormRow &row)
{
    if (editors_.isEmpty() || row.shared != shared_ || row.editable != editable_ || nodesOf(row) != nodes_)
        rebuildEditors(row);
    for (qsizetype i = 0; i < editors_.size() && i < row.values.size(); ++i)
        editors_[i]->showValue(row, row.values[i]);
    const bool set = std::any_of(row.values.begin(), row.values.end(), [](const FieldValue &v) { return v.set; });
    reset_->setEnabled(set && row.editable);
    showProblem(row);
}

void FormRowWidget::rebuildEditors(const FormRow &row)
{
    const bool hadFocus =
        std::any_of(editors_.begin(), editors_.end(), [](const FieldEditor *e) { return e->focusProxy()->hasFocus(); });
    // Later: this may run inside a signal of one of them.
    for (QWidget *old : QList<QWidget *>(editors_.begin(), editors_.end()) +
                            QList<QWidget *>(nodeLabels_.begin(), nodeLabels_.end())) {
        old->setParent(nullptr);
        old->deleteLater();
    }
    editors_.clear();
    nodeLabels_.clear();
    shared_ = row.shared;
    editable_ = row.editable;
    nodes_ = nodesOf(row);
    const qsizetype count = shared_ ? std::min<qsizetype>(1, row.values.size()) : row.values.size();
    for (qsizetype i = 0; i < count; ++i) {
        const QString node = shared_ ? QString() : row.values[i].node;
        const QString name = QStringLiteral("field.") + key_ + (shared_ ? QString() : QLatin1Char('.') + node);
        FieldEditor *editor = FieldEditor::make(row, name);
        editor->focusProxy()->setAccessibleName(shared_ ? row.label : tr("%1 on %2").arg(row.label, node));
        if (!shared_) {
            auto *caption = new QLabel(node);
            caption->setProperty("role", QLatin1String("secondary"));
            editorsRow_->addWidget(caption, 0, Qt::AlignTop);
            caption->setFixedHeight(metrics::control);
            nodeLabels_.append(caption);
        }
        editorsRow_->addWidget(editor, 1);
        editors_.append(editor);
        connect(editor, &FieldEditor::edited, this,
                [this, node](const QString &text) { emit edited(key_, node, text); });
    }
    const QString tip = shared_ ? tr("Different values for each node") : tr("One value for all nodes");
    splitOrJoin_->setIcon(icon(shared_ ? QStringLiteral("split") : QStringLiteral("join")));
    splitOrJoin_->setToolTip(tip);
    splitOrJoin_->setAccessibleName(tip);
    splitOrJoin_->setObjectName((shared_ ? QStringLiteral("split.") : QStringLiteral("join.")) + key_);
    splitOrJoin_->setVisible(row.editable && row.values.size() > 1);
    if (hadFocus && !editors_.isEmpty())
        editors_.first()->setFocus();
    if (!editors_.isEmpty())
        label_->setBuddy(editors_.first()->focusProxy());
}

void FormRowWidget::showProblem(const FormRow &row)
{
    const QString text = problemOf(row);
    problem_->setText(text);
    problem_->setVisible(!text.isEmpty());
    if (!row.editable && text.isEmpty()) {
        problem_->setText(tr("Written in a way the form cannot change safely; edit it as text."));
        problem_->setVisible(true);
    }
    parts::setStyleProperty(problem_, "role", QLatin1String(text.isEmpty() ? "secondary" : "problem"));
}

} // namespace twinhelm::desk
