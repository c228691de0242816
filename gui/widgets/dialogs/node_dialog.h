#pragma once

#include <functional>
#include <memory>

#include "common/base/result.h"
#include "gui/core/site/site_types.h"
#include "gui/core/ssh/remote_shell.h"
#include "gui/widgets/dialogs/dialog_frame.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace twinhelm::desk
{

/// How one node is reached: name, host, SSH, API. Tests the connection, and gives the node its identity.
class NodeDialog : public DialogFrame
{
    Q_OBJECT

public:
    /// What the dialog does with a node; all calls come on the GUI thread.
    struct Services {
        std::function<std::shared_ptr<RemoteShell>(const SiteNode &)> shellFor;
        std::function<Result<void>(const SiteNode &)> save;
        /// Blocking work for a worker thread: enrols over the shell and says until when it holds.
        std::function<Result<std::function<Result<QString>(RemoteShell &)>>(const SiteNode &)> enrolment;
        std::function<void()> enrolled; ///< a node got its certificate
    };

    /// `node` with an empty name is a new one.
    NodeDialog(const SiteNode &node, Services services, QWidget *parent);

    [[nodiscard]] SiteNode node() const;

private:
    QWidget *makeReach();
    QLineEdit *addLine(QFormLayout *form, const QString &label, const QString &text, const QString &placeholder,
                       const char *objectName);
    QSpinBox *addPort(QFormLayout *form, const QString &label, int value, const char *objectName);
    void refresh();
    bool save();
    void testConnection();
    void enrol();
    void setBusy(bool busy, const QString &what);
    void tell(bool good, const QString &text);

    SiteNode node_;
    Services services_;
    QLineEdit *name_;
    QLineEdit *host_;
    QSpinBox *sshPort_;
    QLineEdit *sshUser_;
    QLineEdit *identity_;
    QLineEdit *jump_;
    QSpinBox *apiPort_;
    QComboBox *engine_;
    QLabel *result_;
    QPushButton *test_ = nullptr;
    QPushButton *enrol_ = nullptr;
    QPushButton *save_ = nullptr;
    bool busy_ = false;
};

} // namespace twinhelm::desk
