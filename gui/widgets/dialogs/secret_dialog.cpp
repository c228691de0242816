#include "gui/widgets/dialogs/secret_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/widgets/object_names.h"

namespace twinhelm::desk
{

SecretDialog::SecretDialog(const Question &question, Prompter::TextAnswer answer, QWidget *parent)
    : DialogFrame(question.heading, question.sentence, parent)
{
    setObjectName(QLatin1String(names::passwordDialog));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(440);
    auto *field = new QLineEdit;
    field->setObjectName(QLatin1String(names::passwordField));
    field->setEchoMode(question.echo ? QLineEdit::Normal : QLineEdit::Password);
    auto *caption = new QLabel(question.caption);
    caption->setBuddy(field);
    content()->addWidget(caption);
    content()->addWidget(field);
    content()->addStretch();
    connect(addButton(tr("Cancel"), QString(), names::rejectButton), &QPushButton::clicked, this, &QDialog::reject);
    connect(addPrimary(tr("&Continue"), QString(), names::acceptButton), &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::finished, this, [field, answer = std::move(answer)](int result) {
        if (result == QDialog::Accepted)
            answer(Secret(field->text().toStdString()));
        else
            answer(std::nullopt);
    });
    field->setFocus();
}

} // namespace twinhelm::desk
