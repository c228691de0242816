#include "common/config/schema/tables.h"

#include <algorithm>
#include <vector>

#include <QRegularExpression>
#include <QtTest>

#include "common/config/schema/choice.h"
#include "common/config/schema/help.h"
#include "common/config/schema/keyword_facts.h"
#include "common/config/schema/schema.h"
#include "common/config/source/file_access.h"

using namespace twinhelm;
using namespace twinhelm::config;
using schema::Keyword;
using schema::Kind;
using schema::Standing;

namespace
{

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString nameOf(const schema::Block &block, const Keyword &keyword)
{
    return toQt(block.path) + QStringLiteral(" / ") + toQt(keyword.name);
}

/// One row of keywords.tsv.
struct Row {
    QString path, keyword, kind, arguments, range, fallback, note, since;

    [[nodiscard]] QString name() const { return path + QStringLiteral(" / ") + keyword; }
};

std::optional<QList<Row>> readRows()
{
    const auto table = readDiskFile(TWINHELM_SOURCE_DIR "/../shared/keepalived/keywords.tsv");
    if (!table)
        return std::nullopt;
    QList<Row> rows;
    for (const auto &line : QString::fromStdString(*table).split(u'\n').mid(1)) {
        const auto fields = line.split(u'\t');
        if (fields.size() < 7)
            continue;
        auto path = fields[0] == QLatin1String("/") ? QString() : fields[0];
        path.remove(QStringLiteral("/<entry>"));
        rows << Row{path, fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields.value(7)};
    }
    return rows;
}

/// The shapes that a word of the table's kind column may have here.
QList<Kind> kindsFor(const QString &kind)
{
    static const QHash<QString, QList<Kind>> kinds{
        {QStringLiteral("flag"), {Kind::Flag}},
        {QStringLiteral("keyword"), {Kind::Flag}},
        {QStringLiteral("bool"), {Kind::Bool}},
        {QStringLiteral("uint"), {Kind::Uint}},
        {QStringLiteral("uint64"), {Kind::Uint}},
        {QStringLiteral("int"), {Kind::Int}},
        {QStringLiteral("decimal"), {Kind::Decimal}},
        {QStringLiteral("timer"), {Kind::Decimal}},
        {QStringLiteral("enum"), {Kind::Enum}},
        {QStringLiteral("string"), {Kind::String}},
        {QStringLiteral("key"), {Kind::Secret}},
        {QStringLiteral("address"), {Kind::Address}},
        {QStringLiteral("iface"), {Kind::Interface}},
        {QStringLiteral("command"), {Kind::Command}},
        {QStringLiteral("path"), {Kind::Path}},
        {QStringLiteral("list"), {Kind::List}},
        {QStringLiteral("sub-list"), {Kind::List}},
        {QStringLiteral("block"), {Kind::Block}},
        {QStringLiteral("list-block"), {Kind::ListBlock}},
        {QStringLiteral("removed"), {Kind::Removed}},
        {QStringLiteral("hex"), {Kind::Hex}},
        {QStringLiteral("mask"), {Kind::Mask}},
        {QStringLiteral("range"), {Kind::Range}},
        {QStringLiteral("time"), {Kind::Time}},
        {QStringLiteral("quoted regex"), {Kind::Regex}},
        {QStringLiteral("directive"), {Kind::List}},
    };
    return kinds.contains(kind) ? kinds.value(kind) : kinds.value(kind.section(u' ', 0, 0));
}

/// Where our table says something else on purpose.
struct Exception {
    const char *keyword;
    Kind kind;
    const char *reason;
};
constexpr Exception otherKinds[] = {
    {"auth_pass", Kind::Secret, "a string that must not be shown"},
    {"password", Kind::Secret, "a string that must not be shown"},
    {"realms", Kind::Mask, "[FROM/]TO is no single word of a list"},
    {"linkbeat_interfaces / <entry>", Kind::List, "an interface and a method"},
};

bool isKind(const Row &row, Kind kind)
{
    for (const auto &exception : otherKinds) {
        if (row.name().endsWith(QStringLiteral(" / ") + QLatin1String(exception.keyword)) ||
            row.name() == QLatin1String(exception.keyword))
            return kind == exception.kind;
    }
    return kindsFor(row.kind).contains(kind);
}

const Keyword *findRow(const Row &row)
{
    const auto name = row.keyword.toStdString();
    const auto &directives = schema::preprocessor();
    if (row.path != toQt(directives.path))
        return schema::find(row.path.toStdString(), name);
    const auto found = std::ranges::find(directives.keywords, name, &Keyword::name);
    return found == directives.keywords.end() ? nullptr : &*found;
}

/// The blocks, and the preprocessor's words.
std::vector<const schema::Block *> everything()
{
    std::vector<const schema::Block *> all{&schema::preprocessor()};
    for (const auto &block : schema::blocks())
        all.push_back(&block);
    return all;
}

QString sinceOf(QString since)
{
    since.remove(QStringLiteral("<="));
    return since == QLatin1String("post-2.4.3 (HEAD)") ? QStringLiteral("2.5.0") : since;
}

int sentences(std::string_view text)
{
    static const QRegularExpression end(QStringLiteral("[.!?](?= |$)"));
    int count = 0;
    for (auto found = end.globalMatch(toQt(text)); found.hasNext(); found.next())
        ++count;
    return count;
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT

private slots:
    /// One table drives forms, checks and completion: it must not lack or bend anything of keepalived's.
    void agreesWithTheListOfKeywords()
    {
        const auto rows = readRows();
        if (!rows)
            QSKIP("../shared is absent: completeness of the keyword table is NOT tested");
        QCOMPARE(rows->size(), 664);
        QStringList missing;
        const auto differs = [&](const Row &row, const char *what, const QString &theirs, const QString &ours) {
            missing
                << QStringLiteral("%1: %2 is \"%3\", here \"%4\"").arg(row.name(), QLatin1String(what), theirs, ours);
        };
        for (const auto &row : *rows) {
            const auto *block = schema::findBlock(row.path.toStdString());
            if (!block && row.keyword == QLatin1String("<entry>")) { // a list whose lines are in its own row
                const auto *list =
                    schema::find(row.path.section(u'/', 0, -2).toStdString(), row.path.section(u'/', -1).toStdString());
                if (!list || list->more.empty())
                    missing << row.name();
                continue;
            }
            const auto *found = findRow(row);
            if (!found) {
                missing << row.name();
                continue;
            }
            if (!isKind(row, found->kind))
                differs(row, "kind", row.kind, QString::fromStdString(schema::valueText(found->value())));
            // The list has the bounds of ${_RANDOM} in the column of the arguments.
            const auto range = row.keyword.startsWith(QLatin1String("${_RANDOM")) ? row.arguments : row.range;
            if (range != toQt(found->rangeText))
                differs(row, "range", range, toQt(found->rangeText));
            if (row.fallback != toQt(found->defaultText))
                differs(row, "default", row.fallback, toQt(found->defaultText));
            // One table for both names of the block; the newer name, 2.1.0, says since when.
            const bool olderName = row.path == QLatin1String("vrrp_track_file");
            if (sinceOf(row.since) != toQt(found->since) && !olderName)
                differs(row, "since", row.since, toQt(found->since));
            checkNote(row, *found, differs);
        }
        qInfo("%lld rows compared, %lld missing", static_cast<long long>(rows->size()),
              static_cast<long long>(missing.size()));
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("\n") + missing.join(u'\n')));
    }

    void rangesAreForMachines()
    {
        static const QRegularExpression bounds(QStringLiteral("^(-?[0-9.]*[0-9])\\.\\.(-?[0-9]+(?:\\.[0-9]+)?)"));
        for (const auto &block : schema::blocks()) {
            for (const auto &keyword : block.keywords) {
                const auto name = nameOf(block, keyword).toUtf8();
                QVERIFY2(!keyword.hasRange || keyword.min < keyword.max, name);
                const auto text = bounds.match(toQt(keyword.rangeText));
                const bool single = keyword.kind != Kind::List && !keyword.opensBlock();
                if (!text.hasMatch() || !single)
                    continue;
                if (keyword.kind == Kind::Enum && !keyword.hasRange && !keyword.choices.empty())
                    continue; // "2..3" of the words 2 and 3
                QVERIFY2(keyword.hasRange, name + ": its range is only text");
                QCOMPARE(keyword.min, text.captured(1).toDouble());
                QCOMPARE(keyword.max, text.captured(2).toDouble());
            }
        }
    }

    void valuesAreForMachines()
    {
        for (const auto &block : schema::blocks()) {
            for (const auto &keyword : block.keywords) {
                const auto name = nameOf(block, keyword).toUtf8();
                const bool number = keyword.kind == Kind::Uint || keyword.kind == Kind::Int ||
                                    keyword.kind == Kind::Decimal || keyword.kind == Kind::Time ||
                                    keyword.kind == Kind::Range;
                const bool open = keyword.name == "regex_min_offset" || keyword.name == "regex_max_offset";
                QVERIFY2(!number || keyword.hasRange || open, name + " is a number without a range");
                QVERIFY2((keyword.kind == Kind::Decimal) == (keyword.decimals > 0), name + ": decimals");
                QVERIFY2(keyword.kind != Kind::Enum || !keyword.choices.empty() || !keyword.namesFrom.empty(),
                         name + " takes one of no words");
                QVERIFY2(keyword.kind != Kind::Interface || keyword.maxLength == 15, name);
                const bool described = !keyword.more.empty() || schema::innerBlock(block, keyword.name);
                QVERIFY2((keyword.kind != Kind::List && keyword.kind != Kind::ListBlock) || described,
                         name + " is a list of nobody knows what");
                checkArgument(keyword.value(), name);
                for (const auto &argument : keyword.more)
                    checkArgument(argument, name);
            }
        }
    }

    void oldWordsLeadToNewOnes()
    {
        int old = 0;
        for (const auto &block : schema::blocks()) {
            for (const auto &keyword : block.keywords) {
                const auto name = nameOf(block, keyword).toUtf8();
                QCOMPARE(keyword.kind == Kind::Removed, keyword.standing == Standing::Removed);
                if (!keyword.aliasOf.empty()) {
                    ++old;
                    const auto *successor = schema::find(block, keyword.aliasOf);
                    QVERIFY2(successor && successor->standing == Standing::Current, name);
                    if (keyword.kind != Kind::Removed)
                        QVERIFY2(successor->kind == keyword.kind && successor->more.data() == keyword.more.data(),
                                 name + " takes other arguments than its successor");
                    QVERIFY2(keyword.standing != Standing::Current, name);
                }
                if (!keyword.replacedBy.empty()) {
                    const auto path = keyword.replacedBy;
                    const auto slash = path.rfind('/');
                    const bool inside = slash != std::string_view::npos;
                    QVERIFY2(schema::find(inside ? path.substr(0, slash) : std::string_view{},
                                          path.substr(inside ? slash + 1 : 0)),
                             name);
                }
            }
        }
        QVERIFY(old > 25);
    }

    void everyRowIsExplained()
    {
        QStringList bad;
        for (const auto *block : everything()) {
            for (const auto &keyword : block->keywords) {
                const auto name = nameOf(*block, keyword);
                const auto text = schema::paragraph(keyword);
                const auto count = sentences(text);
                if (keyword.help.empty() || keyword.help.size() >= 120 || !keyword.help.ends_with('.'))
                    bad << name + QStringLiteral(": one line of help that ends in a full stop");
                if (text.empty() || !text.ends_with('.'))
                    bad << name + QStringLiteral(" has no paragraph");
                else if (keyword.level != schema::Level::Expert && (count < 2 || count > 6))
                    bad << name + QStringLiteral(": people who tune need two to six sentences, not %1").arg(count);
            }
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    /// lupdate reads what the desk will ask for: the same words in the context "schema".
    void everyTextIsInTheTranslations_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("de") << QStringLiteral("twinhelm_de.ts");
        QTest::newRow("zh_CN") << QStringLiteral("twinhelm_zh_CN.ts");
    }
    void everyTextIsInTheTranslations()
    {
        QFETCH(QString, file);
        const auto ts = readDiskFile((QStringLiteral(TWINHELM_SOURCE_DIR "/translations/") + file).toStdString());
        QVERIFY(ts);
        const auto all = QString::fromStdString(*ts);
        const auto begin = all.indexOf(QLatin1String("<name>schema</name>"));
        QVERIFY2(begin >= 0, "no context schema");
        const auto context = all.mid(begin, all.indexOf(QLatin1String("</context>"), begin) - begin);
        QSet<QString> sources;
        static const QRegularExpression source(QStringLiteral("<source>([^<]*)</source>"));
        for (auto found = source.globalMatch(context); found.hasNext();) {
            auto text = found.next().captured(1);
            text.replace(QLatin1String("&apos;"), QLatin1String("'"))
                .replace(QLatin1String("&quot;"), QLatin1String("\""));
            text.replace(QLatin1String("&lt;"), QLatin1String("<")).replace(QLatin1String("&gt;"), QLatin1String(">"));
            sources.insert(text.replace(QLatin1String("&amp;"), QLatin1String("&")));
        }
        for (const auto &block : schema::blocks()) {
            for (const auto &keyword : block.keywords) {
                const auto name =
                    nameOf(block, keyword) +
                    QStringLiteral(" is not in it. Run: cmake --build --preset dev --target update_translations");
                QVERIFY2(sources.contains(toQt(keyword.help)), qPrintable(name));
                QVERIFY2(sources.contains(toQt(schema::paragraph(keyword))), qPrintable(name));
            }
        }
    }

private:
    /// What the table says in prose about aliases, requirements and ends.
    template<typename Differs>
    static void checkNote(const Row &row, const Keyword &found, const Differs &differs)
    {
        static const QRegularExpression alias(QStringLiteral("alias of ([a-z_]+)"));
        static const QRegularExpression last(QStringLiteral("last release ([0-9.]+[0-9])"));
        static const QRegularExpression successor(QStringLiteral("replaced by ([a-z_]+)"));
        if (const auto other = alias.match(row.note); other.hasMatch() && other.captured(1) != toQt(found.aliasOf))
            differs(row, "alias", other.captured(1), toQt(found.aliasOf));
        if (const auto end = last.match(row.note); end.hasMatch() && end.captured(1) != toQt(found.until))
            differs(row, "last release", end.captured(1), toQt(found.until));
        const auto next = successor.match(row.note);
        if (next.hasMatch() && next.captured(1) != toQt(found.aliasOf) && next.captured(1) != toQt(found.replacedBy))
            differs(row, "successor", next.captured(1), toQt(found.aliasOf));
        const bool required = row.note == QLatin1String("required") || row.note.startsWith(QLatin1String("required;"));
        if (required && !found.required && found.name != "virtual_router_id")
            differs(row, "required", QStringLiteral("yes"), QStringLiteral("no"));
        if (row.note.contains(QLatin1String("multi-valued")) && !found.many && !found.name.starts_with('<'))
            differs(row, "multi-valued", QStringLiteral("yes"), QStringLiteral("no"));
        if (row.note.contains(QLatin1String("cannot change on reload")) && found.effect != schema::Effect::Restart)
            differs(row, "effect", QStringLiteral("restart"), toQt(schema::effectText(found.effect)));
        if (row.note.startsWith(QLatin1String("deprecated")) &&
            !row.note.startsWith(QLatin1String("deprecated block")) && found.standing == Standing::Current)
            differs(row, "standing", QStringLiteral("deprecated"), QStringLiteral("current"));
    }

    static void checkArgument(const schema::Argument &argument, const QByteArray &name)
    {
        if (!argument.refersTo.empty()) {
            const auto *home = schema::find("", argument.refersTo);
            QVERIFY2(home && home->opensBlock(), name + " refers to a block that there is not");
        }
        for (const auto word : schema::choiceList(argument.choices))
            QVERIFY2(!word.empty() && schema::isChoice(argument.choices, word), name + ": choices");
        QVERIFY2(!argument.hasRange || argument.min < argument.max, name + ": range");
        QVERIFY2(argument.word.empty() || argument.kind == Kind::Flag || !argument.meta.empty() ||
                     !argument.choices.empty(),
                 name + ": a value without a name");
    }
};

QTEST_APPLESS_MAIN(TestTables)
#include "tst_tables.moc"
