#pragma once

#include <functional>

#include "common/base/result.h"
#include "gui/widgets/dialogs/dialog_frame.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace twinhelm::desk
{

/// Asks for a block's name and does what it is for; while that is refused the dialog stays and says why.
class NameDialog : public DialogFrame
{
    Q_OBJECT

public:
    struct Words {
        QString heading;
        QString sentence;
        QString button;
        QString hint; ///< what a name looks like
        QString name; ///< what stands there first
    };
    using Use = std::function<Result<void>(const QString &name)>;

    NameDialog(const Words &words, Use use, QWidget *parent);

private:
    void tryIt();
    void refresh();

    Use use_;
    QLineEdit *name_;
    QLabel *problem_;
    QPushButton *button_;
};

} // namespace twinhelm::desk
