using static CareTeam.Cli.Demo.DemoPeople;

namespace CareTeam.Cli.Demo;

/// <summary>The same measures again and again: what the notes say in passing, answered item by item.</summary>
internal static class BackPainOutcomes
{
    public static void AtTheStart(DemoPen pen)
    {
        pen.Measures(Bell, "odi", -152, "3, 2, 3, 2, 3, 3, 2, 2, 2, 1");
        pen.Measures(Bell, "start-back-9", -152, "1, 1, 0, 0, 1, 1, 0, 0, 3");
        Pain(pen, -152, 7);
        pen.Measures(Lindqvist, "rtw-status", -152, "off_work_condition");
        pen.Measures(Rivera, "6mwt", -148, "330", walk => (walk.Completion, walk.StopReason, walk.Rests) = (TestCompletion.StoppedEarly, "Leg pain 7/10 after four minutes.", 2));
        pen.Measures(Rivera, "5xsts", -148, "17.2, 16.8");
        pen.Measures(Okafor, "max-lift-kg", -146, "10lb");
        pen.Measures(Bell, "psfs", -146, "put on shoes=3, carry the laundry=2, sit through a meal=3");
        pen.Measures(Bell, "fabq", -144, "4, 5, 4, 5, 4, 4, 5, 3, 4, 5, 4, 4, 3, 2, 4, 3");
        pen.Measures(Bell, "pseq", -144, "2, 2, 2, 2, 3, 2, 2, 3, 2, 2");
        pen.Measures(Bell, "phq9", -144, "1, 0, 1, 1, 0, 0, 1, 0, 0");
    }

    public static void AfterTheFirstCourse(DemoPen pen)
    {
        pen.Measures(Bell, "odi", -119, "2, 2, 2, 2, 2, 2, 2, 2, 1, 1");
        Pain(pen, -119, 4);
        pen.Measures(Rivera, "6mwt", -119, "402");
    }

    public static void Lately(DemoPen pen)
    {
        pen.Measures(Bell, "odi", -27, "2, 1, 2, 1, 2, 1, 1, 2, 1, 1");
        Pain(pen, -27, 2);
        pen.Measures(Okafor, "max-lift-kg", -27, "25lb");
        pen.Measures(Lindqvist, "rtw-status", -27, "off_work_condition");
        pen.Measures(Bell, "pseq", -8, "3, 4, 3, 4, 3, 4, 3, 3, 4, 3");
        pen.Measures(Bell, "fabq", -8, "3, 3, 2, 3, 2, 3, 3, 2, 3, 3, 3, 3, 2, 1, 2, 2");
        pen.Measures(Bell, "psfs", -8, "put on shoes=8, carry the laundry=6, sit through a meal=7");
        pen.Measures(Bell, "odi", -4, "1, 1, 2, 1, 2, 1, 1, 1, 1, 1");
        Pain(pen, -4, 1);
        pen.Measures(Rivera, "6mwt", -4, "505");
        pen.Measures(Rivera, "5xsts", -4, "10.9, 10.5");
        pen.Measures(Rivera, "max-lift-kg", -4, "35lb");
    }

    private static void Pain(DemoPen pen, int day, int worst) => pen.Measures(Bell, "nprs", day, $"{worst}", rating => rating.ReferenceWindow = "worst_24h");
}
