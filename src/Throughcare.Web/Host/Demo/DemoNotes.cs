using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Population.Streams;

namespace Throughcare.Web.Host.Demo;

/// <summary>What demo staff write: some of it good, some thin, some that says nothing, as inspectors find it.</summary>
internal static class DemoNotes
{
    private static readonly string[] SaysNothing = ["Seen on the wing. No issues.", "No issues.", "Spoke briefly, all fine."];

    private static readonly string[] Good =
    [
        "Talked about the two arguments in the workshop this week and what could have been done differently. Agreed to speak to the instructor first next time, and to write down what happened before our next meeting on Thursday.",
        "Went through the sentence plan. The course on thinking skills is the next step and a place is likely in six weeks. Agreed to ask the education department for the worksheet now. Family visit went well; mother will come again next month.",
        "Discussed where to live on release. The brother's address has to be checked first. Agreed that I write to the community manager today and that we look at hostels as a second choice. Next meeting in two weeks.",
        "Checked how the drug-free wing is going: fourth negative test in a row. Said that the evenings are the hardest part. Agreed to join the evening gym group and to tell the key worker if that stops. Next meeting on Monday.",
        "Looked at the letter from the bank about the debt and filled in the form together. Agreed to raise it with the resettlement team, who see people on Wednesdays. No change in risk; nothing new from security.",
    ];

    private static readonly string[] Wing =
    [
        "Helped a new arrival on the landing with the kiosk and the menu forms.",
        "Polite with staff at unlock and in the meal queue all week.",
        "Late back from work twice; reminded of the rules and apologised.",
        "Cell clean and tidy at inspection; asked about a move nearer to work.",
    ];

    private static readonly string[] Thin = ["Attended on time. Talked about the week and about work in the kitchen; going well so far."];

    /// <summary>A note of a kind that <paramref name="role"/> records.</summary>
    public static (string Type, ContactMode Mode, int? Minutes, string Text) Write(Role role, ref SeededNumbers random)
    {
        var quality = random.Uniform();
        var text = role is Role.Residential ? random.One(Wing)
            : quality < 0.2 ? random.One(SaysNothing)
            : quality < 0.45 ? random.One(Thin)
            : random.One(Good);
        return role switch
        {
            Role.Residential => (random.Chance(0.3) ? "TC05" : "TC04", ContactMode.RecordOnly, null, text),
            Role.KeyWorker => ("TC02", ContactMode.FaceToFace, random.Between(20, 50), text),
            _ => ("TC01", random.Chance(0.85) ? ContactMode.FaceToFace : ContactMode.Telephone, random.Between(15, 40), text),
        };
    }
}
