#include "gui/widgets/form/field_controls.h"

#include <algorithm>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTextDocument>

#include "gui/widgets/theme/icons.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

LineField::LineField() : LineField(new QLineEdit) {}

LineField::LineField(QLineEdit *edit) : FieldEditor(edit), edit_(edit)
{
    connect(edit_, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

void LineField::showText(const QString &text)
{
    if (edit_->text() != text)
        edit_->setText(text);
}

void LineField::showPlaceholder(const QString &text)
{
    edit_->setPlaceholderText(text);
}

SecretField::SecretField()
{
    edit()->setEchoMode(QLineEdit::Password);
    QAction *eye = edit()->addAction(icon(QStringLiteral("eye"), IconTint::Secondary), QLineEdit::TrailingPosition);
    eye->setText(tr("Show the password"));
    eye->setToolTip(eye->text());
    eye->setCheckable(true);
    connect(eye, &QAction::toggled, this,
            [this](bool shown) { edit()->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
}

ChoiceField::ChoiceField(const FormRow &row) : FieldEditor(new QComboBox), box_(static_cast<QComboBox *>(control()))
{
    box_->addItem(tr("not set"), QString());
    for (const QString &choice : row.choices)
        box_->addItem(choice, choice);
    box_->setFocusPolicy(Qt::StrongFocus);
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->setMinimumContentsLength(6);
    connect(box_, &QComboBox::activated, this, [this](int index) { emit edited(box_->itemData(index).toString()); });
}

void ChoiceField::showText(const QString &text)
{
    int index = box_->findData(text);
    // A word the language does not have is shown as it stands; the problem below says what is wrong with it.
    if (index < 0) {
        box_->addItem(text, text);
        index = box_->count() - 1;
    }
    box_->setCurrentIndex(index);
}

void ChoiceField::showPlaceholder(const QString &text)
{
    box_->setItemText(0, text.isEmpty() ? tr("not set") : tr("not set (%1)").arg(text));
}

FlagField::FlagField() : FieldEditor(new QCheckBox), box_(static_cast<QCheckBox *>(control()))
{
    box_->setText(tr("on"));
    connect(box_, &QCheckBox::clicked, this, [this](bool on) { emit edited(on ? QStringLiteral("1") : QString()); });
}

void FlagField::showText(const QString &text)
{
    box_->setChecked(!text.isEmpty());
}

LinesField::LinesField() : FieldEditor(new QPlainTextEdit), edit_(static_cast<QPlainTextEdit *>(control()))
{
    edit_->setTabChangesFocus(true);
    edit_->setUndoRedoEnabled(false);
    edit_->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit_->setProperty("role", QLatin1String("field"));
    connect(edit_, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        if (!showing_)
            emit edited(edit_->toPlainText());
    });
    fitHeight();
}

void LinesField::showText(const QString &text)
{
    const QScopedValueRollback guard(showing_, true);
    // A trailing empty line is where the next entry is being typed.
    if (edit_->toPlainText().trimmed() != text.trimmed())
        edit_->setPlainText(text);
}

void LinesField::showPlaceholder(const QString &text)
{
    edit_->setPlaceholderText(text);
}

void LinesField::fitHeight()
{
    const int lines = std::clamp(edit_->blockCount(), 2, 8);
    const int frame = 2 * (edit_->frameWidth() + static_cast<int>(edit_->document()->documentMargin()) + 2);
    edit_->setFixedHeight(std::max(metrics::control, lines * edit_->fontMetrics().lineSpacing() + frame));
}

} // namespace twinhelm::desk
