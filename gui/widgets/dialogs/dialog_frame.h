#pragma once

#include <QDialog>

class QDialogButtonBox;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace twinhelm::desk
{

/// The frame all dialogs share: a heading, a sentence, the content, and buttons at the lower right.
class DialogFrame : public QDialog
{
    Q_OBJECT

public:
    DialogFrame(const QString &heading, const QString &sentence, QWidget *parent);

protected:
    [[nodiscard]] QVBoxLayout *content() const { return content_; }
    /// Buttons are added from left to right; the last is the one that carries on.
    QPushButton *addButton(const QString &text, const QString &iconName, const char *objectName);
    QPushButton *addPrimary(const QString &text, const QString &iconName, const char *objectName);
    /// Left of the buttons: what stands in the way, or what came out.
    void setFootnote(QWidget *widget);

private:
    QVBoxLayout *content_;
    QHBoxLayout *buttons_;
};

} // namespace twinhelm::desk
