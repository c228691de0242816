#pragma once

#include <QWidget>

#include "gui/core/presenters/form_row.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace twinhelm::desk
{

class FieldEditor;

/// One row of a form: label and tools above, the value once or once per node, the problem below.
class FormRowWidget : public QWidget
{
    Q_OBJECT

public:
    explicit FormRowWidget(const FormRow &row, QWidget *parent = nullptr);

    void showRow(const FormRow &row);
    [[nodiscard]] QString key() const { return key_; }

signals:
    /// `node` empty: for every node.
    void edited(const QString &key, const QString &node, const QString &text);
    void splitWanted(const QString &key);
    void joinWanted(const QString &key);
    void clearWanted(const QString &key);

private:
    void rebuildEditors(const FormRow &row);
    void showProblem(const FormRow &row);

    QString key_;
    bool shared_ = true;
    bool editable_ = true;
    QStringList nodes_;
    QLabel *label_;
    QToolButton *splitOrJoin_;
    QToolButton *reset_;
    QHBoxLayout *editorsRow_;
    QList<FieldEditor *> editors_;
    QList<QLabel *> nodeLabels_;
    QLabel *problem_;
};

} // namespace twinhelm::desk
