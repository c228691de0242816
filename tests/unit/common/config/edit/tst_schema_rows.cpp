// Every row of the schema can be set, read, changed, removed and undone, in every style of writing.
#include "common/config/edit/expanded_document.h"
#include "common/config/edit/path_editor.h"

#include <cmath>
#include <map>

#include <QtTest>

#include "common/config/schema/choice.h"
#include "common/config/schema/schema.h"
#include "tests/unit/common/config/edit/edit_test.h"

using namespace twinhelm;
using config::EditContext;
using config::edit::ExpandedDocument;
using config::edit::PathEditor;
using config::schema::Argument;
using config::schema::Keyword;
using config::schema::Kind;
using test::afterEdits;
using test::pathOf;

namespace
{

std::string number(double value)
{
    return value == std::floor(value) ? std::to_string(static_cast<long long>(value)) : std::to_string(value);
}

/// The `which`-th valid word for an argument.
std::string sample(const Argument &argument, unsigned which)
{
    const auto choices = config::schema::choiceList(argument.choices);
    if (!choices.empty())
        return std::string(choices[which % choices.size()]);
    const auto least = argument.hasRange ? argument.min : 1;
    switch (argument.kind) {
    case Kind::Bool: return which == 0 ? "true" : "false";
    case Kind::Uint:
    case Kind::Int:
    case Kind::Decimal:
    case Kind::Range:
    case Kind::Enum:
    case Kind::Mask:
        return number(which == 0          ? least
                      : argument.hasRange ? std::min(argument.max, std::floor(least) + 1)
                                          : least + 1);
    case Kind::Address: return which == 0 ? "10.1.1.1" : "10.1.1.2";
    case Kind::Interface: return which == 0 ? "eth0" : "eth1";
    case Kind::Command: return which == 0 ? "/bin/true" : "\"/bin/false now\"";
    case Kind::Path: return which == 0 ? "/tmp/a" : "/tmp/b";
    case Kind::Hex: return which == 0 ? "ab12" : "cd34";
    case Kind::Time: return which == 0 ? "10ms" : "2s";
    case Kind::Regex: return which == 0 ? "\"^a#b!{2}$\"" : "\"^c  d\"";
    default: return which == 0 ? "first" : "second";
    }
}

/// A valid value of a row, all its words.
std::string valueOf(const Keyword &row, unsigned which)
{
    std::string out;
    const auto add = [&](const std::string &word) { out += (out.empty() || word.empty() ? "" : " ") + word; };
    if (row.kind == Kind::Flag || row.kind == Kind::Removed)
        return row.kind == Kind::Removed && which == 1 ? "x" : "";
    if (row.kind != Kind::List)
        add(sample(row.value(), which));
    for (const auto &argument : row.more) {
        if (argument.required && argument.word.empty())
            add(sample(argument, which));
    }
    if (out.empty())
        out = which == 0 ? "1 2" : "1 3";
    return out;
}

/// The name of a block of this row, as it stands in a path; "" when it has none.
std::string nameOf(const Keyword &row)
{
    if (row.arguments.starts_with('{'))
        return {};
    return row.arguments.starts_with("NAME") ? "[N1]" : "[10.0.0.1 80]";
}

struct Style {
    const char *name;
    std::string indent;
    std::string lineEnd;
    bool braceApart;
};

const std::vector<Style> styles{
    {"tabs", "\t", "\n", false}, {"two blanks, CRLF", "  ", "\r\n", false}, {"brace apart", "    ", "\n", true}};

/// A document with the block `path` open in it, and the path that leads there.
struct Made {
    std::string text;
    std::string path;
    std::string indent; ///< of the block's statements
};

Made documentWith(std::string_view blockPath, const Style &style)
{
    Made out;
    // A block that shows the document's style.
    const auto open = [&](const std::string &header) {
        out.text += out.indent + header + (style.braceApart ? style.lineEnd + out.indent + '{' : " {") + style.lineEnd;
        out.indent += style.indent;
    };
    out.text = "# of " + std::string(style.name) + style.lineEnd;
    open("vrrp_script style");
    out.text += out.indent + "script \"/bin/true\"   # as it stands" + style.lineEnd + '}' + style.lineEnd;
    out.indent.clear();
    std::vector<std::string> closing;
    std::string at;
    while (!blockPath.empty()) {
        const auto end = std::min(blockPath.find('/'), blockPath.size());
        const std::string keyword(blockPath.substr(0, end));
        blockPath.remove_prefix(std::min(end + 1, blockPath.size()));
        const auto *row = config::schema::find(at, keyword);
        if (!row)
            return {};
        const auto name = nameOf(*row);
        closing.push_back(out.indent + '}' + style.lineEnd);
        open(keyword + (name.empty() ? "" : ' ' + name.substr(1, name.size() - 2)));
        at += (at.empty() ? "" : "/") + keyword;
        out.path += (out.path.empty() ? "" : "/") + keyword + name;
    }
    for (auto one = closing.rbegin(); one != closing.rend(); ++one)
        out.text += *one;
    return out;
}

std::string read(const std::string &text, const std::string &path)
{
    config::ExpandOptions options;
    options.nodeId = "lb01";
    const ExpandedDocument document("x.conf", text, std::move(options));
    const auto value = document.read(pathOf(path));
    return !value ? "error " + value.error().what : !*value ? "nothing" : **value;
}

test::Edited edit(const std::string &text, const std::string &path, const std::string &value,
                  const std::string &node = {})
{
    const EditContext context(text, {"lb01", "lb02"});
    return afterEdits(text, PathEditor(context).set(pathOf(path), node, value));
}

test::Edited removed(const std::string &text, const std::string &path, const std::string &node = {})
{
    const EditContext context(text, {"lb01", "lb02"});
    return afterEdits(text, PathEditor(context).remove(pathOf(path), node));
}

/// `text` with `line` in it somewhere, and nothing else changed.
bool isInserted(const std::string &before, const std::string &behind, const std::string &line)
{
    for (auto at = behind.find(line); at != std::string::npos; at = behind.find(line, at + 1)) {
        if (behind.substr(0, at) + behind.substr(at + line.size()) == before)
            return true;
    }
    return false;
}

} // namespace

class TestSchemaRows : public QObject
{
    Q_OBJECT

    int rows_ = 0;
    int entries_ = 0;

#define SAME(actual, expected)                                                                                         \
    QVERIFY2((actual) == (expected), (where + ":\n--- is\n" + (actual) + "\n--- should be\n" + (expected)).c_str())

    void value(const Made &made, const Keyword &row, const Style &style)
    {
        const auto path = made.path + (made.path.empty() ? "" : "/") + std::string(row.name);
        const auto where = std::string(style.name) + ' ' + path;
        const auto first = valueOf(row, 0);
        const auto second = valueOf(row, 1);
        const auto set = edit(made.text, path, first);
        QVERIFY2(set.error.code.empty(), (where + ' ' + set.error.what).c_str());
        const auto line = made.indent + std::string(row.name) + (first.empty() ? "" : ' ' + first) + style.lineEnd;
        QVERIFY2(isInserted(made.text, set.text, line), (where + '\n' + set.text).c_str());
        SAME(set.undone, made.text);
        SAME(read(set.text, path), first);
        SAME(edit(set.text, path, first).text, set.text);

        const auto changed = edit(set.text, path, second);
        auto expected = set.text;
        expected.replace(set.text.find(line), line.size(),
                         made.indent + std::string(row.name) + (second.empty() ? "" : ' ' + second) + style.lineEnd);
        SAME(changed.text, expected);
        SAME(changed.undone, set.text);
        SAME(read(changed.text, path), second);

        const auto gone = removed(changed.text, path);
        SAME(gone.text, made.text);
        SAME(gone.undone, changed.text);

        const auto apart = edit(set.text, path, second, "lb02");
        SAME(apart.undone, set.text);
        SAME(read(apart.text, path), first); // lb01 keeps it
        if (first != second)
            QVERIFY2(apart.text.find("@lb02 " + std::string(row.name)) != std::string::npos, where.c_str());
        SAME(edit(apart.text, path, first).text, set.text);
        const auto without = removed(set.text, path, "lb02");
        SAME(read(without.text, path), first);
        SAME(edit(without.text, path, first).text, set.text);
        ++rows_;
    }

    void option(const Made &made, const Keyword &row, const Style &style)
    {
        const std::string entry = made.path + "[10.9.0.1/24]";
        const auto where = std::string(style.name) + ' ' + entry + '/' + std::string(row.name);
        const auto list = afterEdits(
            made.text,
            PathEditor(EditContext(made.text, {"lb01", "lb02"})).add(pathOf(entry), {}, {"keeps", " its   blanks"}));
        QVERIFY2(list.error.code.empty(), (where + ' ' + list.error.what).c_str());
        const auto path = entry + '/' + std::string(row.name);
        const auto first = valueOf(row, 0);
        const auto second = valueOf(row, 1);
        const auto set = edit(list.text, path, first);
        QVERIFY2(set.error.code.empty(), (where + ' ' + set.error.what).c_str());
        QVERIFY2(isInserted(list.text, set.text, ' ' + std::string(row.name) + (first.empty() ? "" : ' ' + first)),
                 (where + '\n' + set.text).c_str());
        SAME(set.undone, list.text);
        SAME(read(set.text, path), first);
        const auto changed = edit(set.text, path, second);
        SAME(read(changed.text, path), second);
        SAME(changed.undone, set.text);
        SAME(removed(changed.text, path).text, list.text);
        const auto apart = edit(set.text, path, second, "lb02");
        SAME(read(apart.text, path), first);
        SAME(apart.undone, set.text);
        ++rows_;
    }

    void block(const Made &made, const Keyword &row, const Style &style)
    {
        const auto path = made.path + (made.path.empty() ? "" : "/") + std::string(row.name) + nameOf(row);
        const auto where = std::string(style.name) + ' ' + path;
        const EditContext context(made.text, {"lb01", "lb02"});
        const auto added = afterEdits(made.text, PathEditor(context).add(pathOf(path), {}, {}));
        QVERIFY2(added.error.code.empty(), (where + ' ' + added.error.what).c_str());
        SAME(added.undone, made.text);
        const EditContext again(added.text, {"lb01", "lb02"});
        QVERIFY2(PathEditor(again).add(pathOf(path), {}, {})->empty(), where.c_str());
        const auto gone = removed(added.text, path).text;
        QVERIFY2(gone == made.text || gone == made.text + style.lineEnd, (where + '\n' + gone).c_str());
        const auto only = afterEdits(added.text, PathEditor(again).remove(pathOf(path), "lb02"));
        SAME(only.undone, added.text);
        QVERIFY2(only.text.find("@lb01 " + std::string(row.name)) != std::string::npos,
                 (where + '\n' + only.text).c_str());
        if (row.kind == Kind::ListBlock)
            list(added.text, path, where);
        ++rows_;
    }

    void list(const std::string &text, const std::string &path, const std::string &where)
    {
        const auto entry = path + "[10.9.0.1]";
        const EditContext context(text, {"lb01", "lb02"});
        const auto one = afterEdits(text, PathEditor(context).add(pathOf(entry), {}, {}));
        QVERIFY2(one.error.code.empty(), (where + ' ' + one.error.what).c_str());
        SAME(one.undone, text);
        SAME(read(one.text, entry), std::string("10.9.0.1"));
        const auto other = edit(one.text, entry, "10.9.0.2");
        SAME(other.undone, one.text);
        SAME(read(other.text, path + "[10.9.0.2]"), std::string("10.9.0.2"));
        SAME(removed(other.text, path + "[10.9.0.2]").text, text);
        ++entries_;
    }

private slots:
    void everyRow_data()
    {
        QTest::addColumn<QByteArray>("block");
        for (const auto &one : config::schema::blocks())
            QTest::newRow(one.path.empty() ? "top level" : std::string(one.path).c_str())
                << QByteArray(one.path.data(), qsizetype(one.path.size()));
    }
    void everyRow()
    {
        QFETCH(QByteArray, block);
        const auto *schema = config::schema::findBlock(block.toStdString());
        QVERIFY(schema != nullptr);
        for (const auto &style : styles) {
            const auto made = documentWith(schema->path, style);
            QVERIFY2(!made.text.empty(), block.constData());
            for (const auto &row : schema->keywords) {
                if (row.name.starts_with('<'))
                    continue; // what an entry begins with; list() tries it
                if (schema->entries)
                    option(made, row, style);
                else if (row.opensBlock())
                    this->block(made, row, style);
                else
                    value(made, row, style);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    void cleanupTestCase()
    {
        qInfo("%d rows and %d lists tried, in %zu styles", rows_, entries_, styles.size());
        QVERIFY(rows_ > 1500);
        QVERIFY(entries_ > 30);
    }
};

QTEST_APPLESS_MAIN(TestSchemaRows)
#include "tst_schema_rows.moc"
