#include "gui/core/presenters/field_text.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

#include "common/base/ip_address.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(twinhelm::desk::Field)
};

/// $NAME and ${NAME} are filled in when the file is read, so nobody can tell yet what they will be.
bool isParameter(const QString &text)
{
    return text.contains(u'$');
}

bool isOneWord(const FormRow &row)
{
    return row.kind == FieldKind::Secret;
}

QString plain(double number)
{
    return QLocale::c().toString(number, 'g', 12).remove(u'+');
}

QString numberProblem(const FormRow &row, const QString &text)
{
    bool isNumber = false;
    double number = 0;
    if (row.kind == FieldKind::Integer) {
        number = static_cast<double>(text.toLongLong(&isNumber));
        if (!isNumber)
            return Text::tr("\"%1\" is not a whole number.").arg(text);
    } else {
        number = QLocale::c().toDouble(text, &isNumber);
        if (!isNumber || text.contains(u'e', Qt::CaseInsensitive))
            return Text::tr("\"%1\" is not a number; write decimals with a point.").arg(text);
    }
    const bool outside = (row.minimum && number < *row.minimum) || (row.maximum && number > *row.maximum);
    if (outside)
        return Text::tr("%1 is outside of %2 to %3.")
            .arg(text, plain(row.minimum.value_or(0)), plain(row.maximum.value_or(0)));
    return {};
}

QString addressProblem(const QString &line)
{
    const auto end = std::find_if(line.begin(), line.end(), [](QChar c) { return c.isSpace(); });
    const auto first = line.left(end - line.begin());
    if (isParameter(first) || Prefix::parse(toStd(first)))
        return {};
    return Text::tr("\"%1\" is not an address; write 10.0.0.3/24 or 2001:db8::3/64.").arg(first);
}

QString linesProblem(const FormRow &row, const QString &text)
{
    const auto lines = text.split(u'\n');
    for (const auto &line : lines) {
        if (line.trimmed().isEmpty() || row.kind != FieldKind::Addresses)
            continue;
        if (auto problem = addressProblem(line.trimmed()); !problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace

QString fieldProblem(const FormRow &row, const QString &text)
{
    const auto value = text.trimmed();
    if (value.isEmpty())
        return {};
    if (row.kind == FieldKind::Addresses || row.kind == FieldKind::List)
        return linesProblem(row, value);
    if (value.contains(u'\n') || value.contains(u'\r'))
        return Text::tr("A value stands on one line.");
    if (isOneWord(row) && value.contains(u'"'))
        return Text::tr("A double quote cannot be part of it.");
    if (isParameter(value))
        return {};
    switch (row.kind) {
    case FieldKind::Integer:
    case FieldKind::Seconds: return numberProblem(row, value);
    case FieldKind::Enum:
    case FieldKind::Bool:
        return row.choices.contains(value)
                   ? QString()
                   : Text::tr("\"%1\" is not one of %2.").arg(value, row.choices.join(Text::tr(", ")));
    default: return {};
    }
}

QString toFile(const FormRow &row, const QString &text)
{
    const auto value = text.trimmed();
    if (row.kind == FieldKind::Flag)
        return {};
    const bool special = std::any_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || c == u'#' || c == u'!' || c == u'{' || c == u'}';
    });
    return isOneWord(row) && special && !isParameter(value) ? u'"' + value + u'"' : value;
}

QString fromFile(const FormRow &row, const QString &written)
{
    switch (row.kind) {
    case FieldKind::Flag: return QStringLiteral("1");
    case FieldKind::Bool: {
        if (written.isEmpty() || written == u"on" || written == u"yes")
            return QStringLiteral("true");
        return written == u"off" || written == u"no" ? QStringLiteral("false") : written;
    }
    default: break;
    }
    const bool quoted =
        written.size() > 1 && written.startsWith(u'"') && written.endsWith(u'"') && written.count(u'"') == 2;
    return isOneWord(row) && quoted ? written.mid(1, written.size() - 2) : written;
}

} // namespace twinhelm::desk
