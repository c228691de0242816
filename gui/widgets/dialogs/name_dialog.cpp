#include "gui/widgets/dialogs/name_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/core/base/qt_text.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/shared/parts.h"

namespace twinhelm::desk
{

NameDialog::NameDialog(const Words &words, Use use, QWidget *parent)
    : DialogFrame(words.heading, words.sentence, parent), use_(std::move(use)), name_(new QLineEdit(words.name)),
      problem_(parts::body(QString()))
{
    setObjectName(QLatin1String(names::nameDialog));
    setMinimumWidth(480);
    name_->setObjectName(QLatin1String(names::nameField));
    name_->setPlaceholderText(words.hint);
    auto *caption = new QLabel(tr("&Name"));
    caption->setBuddy(name_);
    problem_->setProperty("role", QLatin1String("problem"));
    content()->addWidget(caption);
    content()->addWidget(name_);
    content()->addWidget(problem_);
    content()->addStretch();
    connect(addButton(tr("Cancel"), QString(), names::rejectButton), &QPushButton::clicked, this, &QDialog::reject);
    button_ = addPrimary(words.button, QString(), names::acceptButton);
    connect(button_, &QPushButton::clicked, this, &NameDialog::tryIt);
    connect(name_, &QLineEdit::returnPressed, button_, &QPushButton::click);
    connect(name_, &QLineEdit::textChanged, this, &NameDialog::refresh);
    name_->selectAll();
    name_->setFocus();
    refresh();
}

void NameDialog::refresh()
{
    problem_->clear();
    button_->setEnabled(!name_->text().trimmed().isEmpty());
}

void NameDialog::tryIt()
{
    if (const auto done = use_(name_->text().trimmed()); !done) {
        problem_->setText(toQt(done.error().what + " " + done.error().mend).trimmed());
        return;
    }
    accept();
}

} // namespace twinhelm::desk
