import { useEffect, useState } from 'react';
// From the guide for developers.
import { Figures } from 'guide';

export default function Page() {
  const [region, setRegion] = useState('GM0153');
  useEffect(() => {
    document.body.dataset.awake = '';
  }, []);
  return (
    <main>
      <h1>React</h1>
      <Figures region={region} />
      <button onClick={() => setRegion('GM0164')}>{region}</button>
    </main>
  );
}
