import '@peilglas/elements/define';
import { createRoot } from 'react-dom/client';
import { Dashboard } from './dashboard.jsx';

const endpoint = document.querySelector('meta[name=peilglas-endpoint]').content;
createRoot(document.getElementById('app')).render(<Dashboard endpoint={endpoint} />);
