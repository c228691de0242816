#pragma once

#include <QWidget>

#include "gui/core/presenters/form_row.h"

namespace twinhelm::desk
{

/// Edits one FieldValue with the control its kind asks for. Every change is sent at once; undo belongs to the window,
/// so Ctrl+Z never stops at a field. Showing a value does not send it. F1 tells all there is to know about the field.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    /// `objectName` is given to the control itself, so that it can be found and typed into.
    static FieldEditor *make(const FormRow &row, const QString &objectName);

    void showValue(const FormRow &row, const FieldValue &value);

signals:
    void edited(const QString &text);

protected:
    explicit FieldEditor(QWidget *control);
    virtual void showText(const QString &text) = 0;
    virtual void showPlaceholder(const QString &) {}
    [[nodiscard]] QWidget *control() const { return control_; }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *control_;
};

/// What hovering a field tells: the help, its range, its default.
[[nodiscard]] QString fieldHelp(const FormRow &row);

} // namespace twinhelm::desk
