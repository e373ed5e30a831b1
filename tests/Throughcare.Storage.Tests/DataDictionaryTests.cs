using System.Runtime.CompilerServices;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Storage.Tests;

public sealed class DataDictionaryTests
{
    [Fact]
    public async Task The_data_dictionary_in_docs_is_what_the_model_says()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "data-dictionary.md")), DictionaryOfData.Write(db.Model));
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
