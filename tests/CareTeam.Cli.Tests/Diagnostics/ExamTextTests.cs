using CareTeam.Cli.CommandLine;
using CareTeam.Cli.Diagnostics;

namespace CareTeam.Cli.Tests.Diagnostics;

public sealed class ExamTextTests
{
    private static ExamBody Read(params string[] lines) => FindingLines.Read<ExamBody>(lines, "", ExamText.Add);

    [Fact]
    public void An_examination_is_typed_as_it_is_said() => Assert.Equal(
        new ExamBody
        {
            Strength =
            {
                new StrengthFinding { Root = "L5", Side = Side.Left, Grade = 4, Modifier = GradeModifier.Plus },
                new StrengthFinding { Root = "L4", Side = Side.Bilateral, Grade = 5, Muscle = "tibialis-anterior" },
            },
            Reflexes = { new ReflexFinding { Reflex = Reflex.Achilles, Side = Side.Right, Grade = 1 } },
            Sensation = { new SensationFinding { Dermatome = "L5", Side = Side.Left, Modality = SensoryModality.LightTouch, Sensation = Sensation.Reduced } },
            RangeOfMotion =
            {
                new RangeOfMotionFinding { Region = BodyRegion.LumbarSpine, Movement = Movement.Flexion, Degrees = 40, Painful = true },
                new RangeOfMotionFinding { Region = BodyRegion.CervicalSpine, Movement = Movement.Rotation, Side = Side.Left, PercentOfNormal = 60 },
            },
            Tests =
            {
                new ExamTestFinding { Test = ExamTest.StraightLegRaise, Side = Side.Left, Result = ExamTestResult.Positive, AngleDegrees = 45, Reproduces = "leg pain to the foot" },
                new ExamTestFinding { Test = ExamTest.Romberg, Result = ExamTestResult.Negative },
            },
            Gait = { new GaitFinding { Pattern = GaitPattern.Antalgic, Side = Side.Left } },
            Remark = "Sits on one side.",
        },
        Read(
            "strength l5 left 4+", "Strength: L4 both 5 tibialis anterior", "reflex ankle r 1+", "sensation L5 l touch reduced", "rom lumbar-spine flexion 40 painful",
            "rom cervical-spine rotation left 60%", "test slr left positive 45 leg pain to the foot", "test romberg negative", "gait antalgic left", "remark Sits on one side.", "", "# a comment"));

    [Theory]
    [InlineData("strength L5 left 4*", "no grade")]
    [InlineData("strength L5 up 4", "no side; there are left, right")]
    [InlineData("strength L5", "lacks side")]
    [InlineData("reflex achilles left 2-", "no grade")]
    [InlineData("reflex elbow left 2", "no reflex")]
    [InlineData("rom hip flexion left wide", "neither degrees")]
    [InlineData("gait antalgic left quickly", "which nobody asked for")]
    [InlineData("power L5 left 4", "begins with none of")]
    public void What_is_wrong_is_told_with_the_line(string line, string told)
    {
        var message = Assert.Throws<UsageException>(() => Read(line)).Message;
        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.Contains(line, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_holds_lines_or_the_message_and_the_command_line_adds_to_it()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "# at the first visit\nstrength L5 left 4\n");
            Assert.Equal(2, FindingLines.Read<ExamBody>(["strength L4 left 5"], file, ExamText.Add).Strength.Count);
            File.WriteAllText(file, """{"strength": [{"root": "L5", "side": "SIDE_LEFT", "grade": 4}]}""");
            Assert.Equal(2, FindingLines.Read<ExamBody>(["strength L4 left 5"], file, ExamText.Add).Strength.Count);
            File.WriteAllText(file, """{"strenght": []}""");
            Assert.Contains("careteam.v1.ExamBody", Assert.Throws<UsageException>(() => FindingLines.Read<ExamBody>([], file, ExamText.Add)).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_plan_shows_what_is_not_normal() => Assert.Equal(
        "strength, left tibialis anterior (L4) 4/5; left straight leg raise positive at 45 degrees: leg pain",
        ExamSection.Abnormal(Read("strength L4 left 4 tibialis-anterior", "strength L4 right 5 tibialis-anterior", "reflex achilles left 2", "test slr left positive 45 leg pain", "test slr right negative")));

    [Fact]
    public void Or_that_nothing_is() => Assert.Equal("nothing abnormal", ExamSection.Abnormal(Read("reflex achilles left 2")));
}
