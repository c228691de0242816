#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/config/block_pipeline.h"
#include "common/config/model/node_config.h"
#include "common/config/session/model_parts.h"
#include "common/diagnostics/diagnostic.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config
{

/// One node's meaning of a text that is being edited. After an edit, only the blocks it touches are read again, and
/// those that depend on a definition it changes; the findings are those that loadText() would give.
/// Threading: one thread at a time.
class Session
{
public:
    /// `path` is where includes start and what the main file is called.
    Session(std::string text, ExpandOptions options, std::string path = "keepalived.conf");
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] const std::string &text() const { return text_; }
    /// Begins anew, also with what included files hold now.
    void reset(std::string text);
    /// Applies edits of the main file one after the other: each refers to the text the one before has left. False, and
    /// nothing is changed from that edit on, when a range does not fit.
    bool apply(const std::vector<TextEdit> &edits);

    /// In the order of the file.
    [[nodiscard]] const Diagnostics &diagnostics() const { return diagnostics_; }
    /// What this version of twinhelmd does not do (K03xx).
    [[nodiscard]] const Diagnostics &engineGaps() const { return engineGaps_; }
    /// Its ranges hold until the next edit, and only for resolve(): offsets are counted from the begin of a block.
    [[nodiscard]] const model::NodeConfig &model() const { return model_; }
    [[nodiscard]] SourceRange resolve(SourceRange range) const;
    /// The files that ranges of diagnostics() and resolve() refer to. Copies the text.
    [[nodiscard]] SourceSet sources() const;

    /// How many blocks the last edit has made it read; for tests and measurements.
    [[nodiscard]] std::size_t blocksRead() const { return blocksRead_; }
    [[nodiscard]] std::size_t blockCount() const { return blocks_.size(); }

private:
    using State = std::shared_ptr<const ExpandState>;
    struct Block {
        FileIndex id = 0;        ///< what its ranges call the file
        std::uint32_t begin = 0; ///< in the text
        std::uint32_t size = 0;
        State before;
        bool stateUsed = false;  ///< its meaning depends on `before`, or it changes it
        bool hasGlobals = false; ///< adds to what is no list in the model
        Diagnostics findings;
        Diagnostics gaps;
        std::vector<FileIndex> included;
        ModelCounts counts{};
        ExpandSpent spent;
        unsigned unknownWords = 0;
    };

    void readAll();
    void readFrom(std::size_t first, std::uint32_t oldEnd, std::int64_t growth);
    Block readBlock(std::uint32_t begin, State &state, model::NodeConfig &part);
    void replaceBlocks(std::size_t from, std::size_t to, std::vector<Block> fresh,
                       std::vector<model::NodeConfig> parts);
    void readGlobals();
    void finish();
    void addResolved(Diagnostics &to, const Diagnostics &from) const;
    [[nodiscard]] bool withinLimits() const;
    [[nodiscard]] FileIndex newId();

    std::string text_;
    std::string path_;
    ExpandOptions options_;
    SourceSet files_; ///< file 0 stands for the text
    std::unique_ptr<BlockPipeline> pipeline_;
    std::vector<Block> blocks_;
    model::NodeConfig model_;
    bool exact_ = true; ///< no limit was hit that counts over all blocks: blocks can be read one by one
    bool globalsStale_ = false;
    std::size_t statesKept_ = 0; ///< definitions in all states, for the limit on them
    std::size_t blocksRead_ = 0;
    std::vector<FileIndex> freeIds_;
    std::vector<std::uint32_t> beginOfId_;
    std::vector<FileIndex> shownAs_; ///< of each file of files_
    std::vector<FileIndex> order_;   ///< of included files, as shown
    Diagnostics diagnostics_;
    Diagnostics engineGaps_;
};

} // namespace twinhelm::config
