#pragma once

#include <optional>

#include <QList>
#include <QString>
#include <QStringList>

namespace twinhelm::desk
{

enum class FieldKind {
    Text,
    Enum,      ///< one of `choices`
    Integer,   ///< minimum..maximum
    Seconds,   ///< decimal seconds, minimum..maximum
    Bool,      ///< choices holds the words for true and false
    Flag,      ///< present or not; text is "1" or ""
    Secret,    ///< show masked; text is the plain value
    Addresses, ///< one per line
    List,      ///< one per line
};

/// One node's side of a row.
struct FieldValue {
    QString node;
    QString text;     ///< what the row shows: the draft while it is invalid, else the document's value; empty: not set
    bool set = false; ///< the document has the keyword for this node
    QString problem;  ///< why the text is not in the document; empty: it is
    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

/// One keyword of a block, for all nodes side by side.
struct FormRow {
    QString key; ///< the keyword; "authentication.auth_pass" for one inside a sub-block
    QString label;
    QString help;
    QString paragraph; ///< what to know before changing it
    QString effect;    ///< what a change costs on a node that runs; empty: nothing
    QString unit;      ///< "s" and the like, empty mostly
    FieldKind kind = FieldKind::Text;
    std::optional<double> minimum;
    std::optional<double> maximum;
    QStringList choices;
    QString defaultText;      ///< placeholder: what holds when the keyword is absent
    bool basic = true;        ///< false: behind "more"
    bool shared = true;       ///< one value for all nodes; false: one per node
    bool editable = true;     ///< false: shown read-only, to be edited as text
    QList<FieldValue> values; ///< one per node, in the cluster's order; equal when shared
    QString problem;          ///< gravest diagnostic of the document on this keyword
    friend bool operator==(const FormRow &, const FormRow &) = default;
};

} // namespace twinhelm::desk
