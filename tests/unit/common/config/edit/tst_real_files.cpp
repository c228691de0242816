// Every statement of every real file has a path, and can be set, removed and undone there.
#include "common/config/edit/path_editor.h"

#include <QtTest>

#include "common/config/syntax/node_ids.h"
#include "tests/support/cluster/corpus.h"
#include "tests/unit/common/config/edit/edit_test.h"

using namespace twinhelm;
using config::EditContext;
using config::SyntaxNode;
using config::edit::Path;
using config::edit::PathEditor;
using config::edit::Step;
using config::edit::Written;
using test::afterEdits;

class TestRealFiles : public QObject
{
    Q_OBJECT

    int statements_ = 0;
    int blocks_ = 0;
    int skipped_ = 0;

    /// By number, since names repeat in real files; nothing where the path cannot say it.
    static std::optional<Step> stepOf(const EditContext &context, std::uint32_t index)
    {
        const auto &tree = context.tree();
        const auto &node = tree.nodes()[index];
        Step step{std::string(tree.keyword(node)), {}};
        unsigned number = 0;
        unsigned all = 0;
        for (const auto other : tree.children(node.parent)) {
            const bool same =
                tree.keyword(tree.nodes()[other]) == step.keyword && tree.nodes()[other].isBlock() == node.isBlock();
            all += same ? 1 : 0;
            number += same && other <= index ? 1 : 0;
        }
        if (all > 1)
            step.selectors.push_back({"", number});
        const bool odd = step.keyword.empty() || step.keyword.find_first_of("$~/[]\"") != std::string::npos;
        return odd || config::schema::isIncludeKeyword(step.keyword) ? std::nullopt : std::optional(step);
    }

    static std::optional<Path> pathTo(const EditContext &context, std::uint32_t index)
    {
        Path path;
        for (auto at = index; at != SyntaxNode::none; at = context.tree().nodes()[at].parent) {
            const auto step = stepOf(context, at);
            if (!step)
                return std::nullopt;
            path.steps.insert(path.steps.begin(), *step);
        }
        return path;
    }

    void tryFile(const test::CorpusFile &file)
    {
        const auto &text = file.text;
        const auto named = config::nodeIds(text);
        const auto nodes = named.empty() ? std::vector<std::string>{"lb01", "lb02"}
                                         : std::vector<std::string>(named.begin(), named.end());
        const EditContext context(text, nodes);
        const PathEditor editor(context);
        for (std::uint32_t i = 0; i < context.tree().nodes().size(); ++i) {
            const auto path = pathTo(context, i);
            const auto place = path ? config::edit::Finder(context).find(*path, context.audience().everyone())
                                    : Result<config::edit::Location>(fail("", ""));
            const bool found = place && place->hits.size() == 1 && place->hits.front().index == i;
            if (!found) {
                ++skipped_;
                continue;
            }
            const auto where = file.name + ": " + path->text();
            const auto reparsed = Path::parse(path->text());
            QVERIFY2(reparsed && *reparsed == *path, where.c_str());
            const auto gone = afterEdits(text, editor.remove(*path, {}));
            QVERIFY2(gone.error.code.empty() || gone.error.code == "E0009", (where + ' ' + gone.error.what).c_str());
            QVERIFY2(gone.undone == text, where.c_str());
            if (context.tree().nodes()[i].isBlock()) {
                ++blocks_;
                continue;
            }
            if (!place->row) // an entry, or a word that nobody knows
                continue;
            const auto own = context.arguments(i);
            if (context.tree().nodes()[i].conditionCount == 0 && own.find('"') == std::string::npos) {
                const auto same = afterEdits(text, editor.set(*path, {}, own, Written::InPlace));
                QVERIFY2(same.text == text, (where + ", set to what it is:\n" + same.error.what).c_str());
            }
            for (const auto &node : {std::string(), nodes.back()}) {
                // For one node, numbers count what it reads, and others' blocks are not there.
                const auto block = context.audience().of(context.tree().nodes()[i].parent);
                if (!node.empty() && (path->text().find("[#") != std::string::npos ||
                                      !config::any(config::both(block, context.audience().only(node)))))
                    continue;
                const auto other = afterEdits(text, editor.set(*path, node, "7", Written::InPlace));
                QVERIFY2(other.error.code.empty(), (where + ' ' + other.error.what).c_str());
                QVERIFY2(other.undone == text, where.c_str());
                for (std::size_t k = 1; k < other.edits.size(); ++k)
                    QVERIFY2(other.edits[k - 1].range.begin != other.edits[k].range.begin, where.c_str());
                const EditContext again(other.text, nodes);
                const auto read = config::edit::Finder(again).find(*path, again.audience().only(node));
                QVERIFY2(read && !read->hits.empty() && again.arguments(read->hits.back().index) == "7",
                         (where + " for " + node).c_str());
            }
            ++statements_;
        }
    }

private slots:
    void everyStatement()
    {
        const auto files = test::realFiles();
        if (files.empty())
            QSKIP("THE CORPUS IS NOT HERE: ../shared/corpus is missing, real files were not edited");
        for (const auto &file : files) {
            if (file.text.size() > 60'000)
                continue; // the square of it would take too long
            tryFile(file);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d statements and %d blocks of %zu files edited; %d lie where no path leads (entries, definitions, "
              "unknown words)",
              statements_, blocks_, files.size(), skipped_);
        QVERIFY(statements_ > 5000);
        QVERIFY(blocks_ > 2000);
    }
};

QTEST_APPLESS_MAIN(TestRealFiles)
#include "tst_real_files.moc"
