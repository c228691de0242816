#pragma once

#include "gui/widgets/form/field_editor.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace twinhelm::desk
{

/// A word, a number, a time.
class LineField : public FieldEditor
{
    Q_OBJECT

public:
    LineField();

protected:
    explicit LineField(QLineEdit *edit);
    void showText(const QString &text) override;
    void showPlaceholder(const QString &text) override;
    [[nodiscard]] QLineEdit *edit() const { return edit_; }

private:
    QLineEdit *edit_;
};

/// A password: masked until the eye is pressed.
class SecretField : public LineField
{
    Q_OBJECT

public:
    SecretField();
};

/// One of several words, or not set.
class ChoiceField : public FieldEditor
{
    Q_OBJECT

public:
    explicit ChoiceField(const FormRow &row);

protected:
    void showText(const QString &text) override;
    void showPlaceholder(const QString &text) override;

private:
    QComboBox *box_;
};

/// A keyword that is there or not.
class FlagField : public FieldEditor
{
    Q_OBJECT

public:
    FlagField();

protected:
    void showText(const QString &text) override;

private:
    QCheckBox *box_;
};

/// One entry per line; as high as its lines.
class LinesField : public FieldEditor
{
    Q_OBJECT

public:
    LinesField();

protected:
    void showText(const QString &text) override;
    void showPlaceholder(const QString &text) override;

private:
    void fitHeight();

    QPlainTextEdit *edit_;
    bool showing_ = false;
};

} // namespace twinhelm::desk
