#pragma once

#include <QStringList>

#include "gui/widgets/dialogs/dialog_frame.h"

namespace twinhelm::desk
{

/// A question with a few answers. The first answer is the one that changes nothing; Escape gives it.
class ChoiceDialog : public DialogFrame
{
    Q_OBJECT

public:
    ChoiceDialog(const QString &heading, const QString &question, const QStringList &answers, QWidget *parent);

    /// Index of the answer.
    int ask();

private:
    int answer_ = 0;
};

} // namespace twinhelm::desk
