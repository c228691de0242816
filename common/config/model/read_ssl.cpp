#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

const FieldTable<Ssl> &sslFields()
{
    static const FieldTable<Ssl> table(names::ssl, {
                                                       inherited<&Ssl::password>(names::password),
                                                       inherited<&Ssl::authorities>(names::ca),
                                                       inherited<&Ssl::certificate>(names::certificate),
                                                       inherited<&Ssl::key>(names::key),
                                                   });
    return table;
}

Ssl readSsl(const Statement &block)
{
    Ssl ssl;
    ssl.range = block.line().range();
    sslFields().readAll(ssl, block);
    return ssl;
}

} // namespace twinhelm::config::model
