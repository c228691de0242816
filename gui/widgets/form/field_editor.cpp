#include "gui/widgets/form/field_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <QWhatsThis>

#include "gui/widgets/form/field_controls.h"
#include "gui/widgets/shared/parts.h"

namespace twinhelm::desk
{

namespace
{

QString number(double value)
{
    return QString::number(value, 'g', 10);
}

QString rangeText(const FormRow &row)
{
    const QString unit = row.unit.isEmpty() ? QString() : QLatin1Char(' ') + row.unit;
    if (row.minimum && row.maximum)
        return FieldEditor::tr("From %1 to %2%3.").arg(number(*row.minimum), number(*row.maximum), unit);
    if (row.minimum)
        return FieldEditor::tr("At least %1%2.").arg(number(*row.minimum), unit);
    return row.maximum ? FieldEditor::tr("At most %1%2.").arg(number(*row.maximum), unit) : QString();
}

} // namespace

QString fieldHelp(const FormRow &row)
{
    QStringList lines{row.help};
    lines.append(rangeText(row));
    if (!row.defaultText.isEmpty())
        lines.append(FieldEditor::tr("When not set: %1.").arg(row.defaultText));
    lines.append(row.effect);
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

FieldEditor::FieldEditor(QWidget *control) : control_(control)
{
    auto *column = parts::column(this, 0, 0);
    column->addWidget(control);
    setFocusProxy(control);
    control->installEventFilter(this);
}

FieldEditor *FieldEditor::make(const FormRow &row, const QString &objectName)
{
    FieldEditor *made = nullptr;
    switch (row.kind) {
    case FieldKind::Enum:
    case FieldKind::Bool: made = new ChoiceField(row); break;
    case FieldKind::Flag: made = new FlagField; break;
    case FieldKind::Addresses:
    case FieldKind::List: made = new LinesField; break;
    case FieldKind::Secret: made = new SecretField; break;
    case FieldKind::Text:
    case FieldKind::Integer:
    case FieldKind::Seconds: made = new LineField; break;
    }
    made->control_->setObjectName(objectName);
    made->control_->setEnabled(row.editable);
    made->control_->setToolTip(fieldHelp(row));
    made->control_->setAccessibleDescription(fieldHelp(row));
    made->control_->setWhatsThis(row.paragraph.isEmpty() ? fieldHelp(row)
                                                         : fieldHelp(row) + QStringLiteral("\n\n") + row.paragraph);
    return made;
}

void FieldEditor::showValue(const FormRow &row, const FieldValue &value)
{
    showPlaceholder(row.defaultText);
    showText(value.text);
    parts::setStyleProperty(control_, "problem", !value.problem.isEmpty());
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::HelpContents)) {
        QWhatsThis::showText(control_->mapToGlobal(control_->rect().bottomLeft()), control_->whatsThis(), control_);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace twinhelm::desk
