#include "gui/widgets/dialogs/choice_dialog.h"

#include <QPushButton>

namespace twinhelm::desk
{

ChoiceDialog::ChoiceDialog(const QString &heading, const QString &question, const QStringList &answers, QWidget *parent)
    : DialogFrame(heading, question, parent)
{
    setObjectName(QStringLiteral("choiceDialog"));
    setMinimumWidth(420);
    for (int i = 0; i < answers.size(); ++i) {
        const QByteArray name = "choice." + QByteArray::number(i);
        QPushButton *button = i > 0 && i == answers.size() - 1 ? addPrimary(answers[i], QString(), name.constData())
                                                               : addButton(answers[i], QString(), name.constData());
        connect(button, &QPushButton::clicked, this, [this, i] {
            answer_ = i;
            accept();
        });
    }
}

int ChoiceDialog::ask()
{
    answer_ = 0;
    exec();
    return answer_;
}

} // namespace twinhelm::desk
