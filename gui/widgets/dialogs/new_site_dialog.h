#pragma once

#include <functional>

#include "gui/widgets/dialogs/dialog_frame.h"

class QLabel;
class QLineEdit;

namespace twinhelm::desk
{

/// Asks for the name and folder of a new site.
class NewSiteDialog : public DialogFrame
{
    Q_OBJECT

public:
    using PickFolder = std::function<QString(QWidget *)>;

    NewSiteDialog(PickFolder pickFolder, QWidget *parent);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString folder() const;

private:
    void refresh();

    QLineEdit *name_;
    QLineEdit *folder_;
    QLabel *hint_;
    QPushButton *create_;
    bool folderTyped_ = false;
};

} // namespace twinhelm::desk
