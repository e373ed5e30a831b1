using Throughcare.Domain.Rules;
using Throughcare.Population.Ndelius;
using Xunit;

namespace Throughcare.Population.Tests.Ndelius;

public sealed class NdeliusLayoutTests
{
    private const string Columns = "record_prefix,record_type,line_length,section,field,offset0,column1,length,type\n";

    [Fact]
    public void Disabilities_and_provisions_are_told_apart_by_their_section()
    {
        var (disability, provision) = (NdeliusLayout.Shared["Disability"], NdeliusLayout.Shared["Provision"]);

        Assert.Equal(disability.Length, provision.Length);
        Assert.Equal("DISABILITY", disability.Section);
        Assert.Equal("PROVISION", provision.Section);
    }

    [Theory]
    [InlineData("LD,OAS,26,,Id,2,3,9,int\nLD,OAS,26,,Deleted,12,13,1,text\n", "a field that leaves a gap")]
    [InlineData("LD,OAS,27,,Id,2,3,9,int\nLD,OAS,27,,Deleted,11,12,1,text\n", "a line that is longer than its fields")]
    [InlineData("LD,OAS,26,,Id,2,3,10,int\n", "a data line without the flag")]
    [InlineData("LD,OAS,27,,Id,2,3,9,int\nLD,OAS,27,,Id,11,12,1,int\nLD,OAS,27,,Deleted,12,13,1,text\n", "a name that stands twice")]
    public void A_layout_that_does_not_add_up_is_refused(string rows, string why)
    {
        Assert.NotEmpty(why);
        Assert.Throws<TableException>(() => new NdeliusLayout(CsvTable.Read("layout", Columns + rows)));
    }
}
