Console.WriteLine("No benchmark is built yet.");
